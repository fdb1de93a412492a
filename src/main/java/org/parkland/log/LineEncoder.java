package org.parkland.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.event.KeyValuePair;

/** One event as one line of text, or as one object of JSON; a failure's trace follows the text or stands in the object. */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ObjectMapper JSON = new ObjectMapper();

  private volatile boolean json;

  void setJson(boolean wanted) {
    json = wanted;
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return (json ? object(event) : line(event)).getBytes(StandardCharsets.UTF_8);
  }

  private static String line(ILoggingEvent event) {
    String pairs = pairs(event).stream().map(each -> " " + each.key + "=" + plain(String.valueOf(each.value)))
        .collect(Collectors.joining());
    String request = event.getMDCPropertyMap().getOrDefault("request", "");
    return TIME.format(event.getInstant().atZone(ZoneId.systemDefault())) + " " + event.getLevel() + " "
        + name(event) + (request.isEmpty() ? "" : " [" + request + "]") + " - "
        + plain(Redaction.of(event.getFormattedMessage() + pairs)) + "\n" + trace(event);
  }

  /** A message of several lines could be taken for several events, one of them forged. */
  private static String plain(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\u001b", "\\e");
  }

  private static String object(ILoggingEvent event) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("time", event.getInstant().toString());
    object.put("level", event.getLevel().toString());
    object.put("logger", event.getLoggerName());
    object.put("message", Redaction.of(event.getFormattedMessage()));
    event.getMDCPropertyMap().forEach(object::putIfAbsent);
    pairs(event).forEach(each -> object.put(each.key,
        each.value instanceof Number ? each.value : Redaction.of(String.valueOf(each.value))));
    if (event.getThrowableProxy() != null) {
      object.put("trace", trace(event));
    }
    try {
      return JSON.writeValueAsString(object) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers always become JSON", e);
    }
  }

  private static List<KeyValuePair> pairs(ILoggingEvent event) {
    return event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
  }

  private static String name(ILoggingEvent event) {
    return event.getLoggerName().replaceFirst(".*\\.", "");
  }

  private static String trace(ILoggingEvent event) {
    return event.getThrowableProxy() == null ? ""
        : Redaction.of(ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
