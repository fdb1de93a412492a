package org.parkland.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page's own cases: both round alike. */
class RoundingTest {
  @Test
  void figuresAreRoundedAsThePageRoundsThem() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(new File("web/test/rounding.json"));
    for (JsonNode each : cases.path("area")) {
      AreaUnit unit = AreaUnit.valueOf(each.get(1).asText().toUpperCase(Locale.ROOT));
      assertThat(Rounding.area(number(each.get(0)), unit)).as(each.toString()).isEqualTo(each.get(2).asText());
    }
    for (JsonNode each : cases.path("percent")) {
      assertThat(Rounding.percent(number(each.get(0)), each.get(1).asDouble())).as(each.toString())
          .isEqualTo(each.get(2).asText());
    }
    assertThat(Rounding.signed("1.00")).isEqualTo("+1.00");
    assertThat(Rounding.signed("0.00")).isEqualTo("0.00");
    assertThat(Rounding.signed("−0.01")).isEqualTo("−0.01");
  }

  private static Double number(JsonNode node) {
    return node.isNull() ? null : node.asDouble();
  }
}
