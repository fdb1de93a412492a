package org.parkland.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

class LineEncoderTest {
  private final LineEncoder encoder = new LineEncoder();

  @Test
  void anEventIsOneObjectOfJson() throws Exception {
    encoder.setJson(true);
    JsonNode object = new ObjectMapper().readTree(line("done \"so\"\nfar", new IllegalStateException("because")));
    assertThat(object.get("level").asText()).isEqualTo("WARN");
    assertThat(object.get("message").asText()).isEqualTo("done \"so\"\nfar");
    assertThat(object.get("status").asInt()).isEqualTo(404);
    assertThat(object.get("request").asText()).isEqualTo("r-1");
    assertThat(object.get("trace").asText()).contains("IllegalStateException: because");
  }

  @Test
  void aMessageCannotForgeAnotherLine() {
    String line = line("first\n2026-01-01 00:00:00 INFO Audit - all is well\r\u001b[2J", null);
    assertThat(line.lines()).hasSize(1);
    assertThat(line).contains("[r-1]").contains("status=404").contains("first\\n2026").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cannot open jdbc:postgresql://h/d?user=a&password=geheim99&ssl=on", "password: geheim99",
      "Authorization: Bearer geheim99.abc", "sent Bearer geheim99-xyz to", "jdbc:postgresql://planner:geheim99@host/d",
      "{\"password\":\"geheim99\"}", "token=geheim99", "https://t0.tianditu.gov.cn/wmts?tk=geheim99", "Cookie: geheim99"})
  void secretsStayOut(String message) {
    for (boolean json : new boolean[] {true, false}) {
      encoder.setJson(json);
      assertThat(line(message, null)).doesNotContain("geheim99").contains("•••");
    }
  }

  private String line(String message, Throwable failure) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event = new LoggingEvent("", context.getLogger("org.parkland.X"), Level.WARN, message, failure, null);
    event.setMDCPropertyMap(Map.of("request", "r-1"));
    event.addKeyValuePair(new KeyValuePair("status", 404));
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }
}
