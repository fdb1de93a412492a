package org.parkland.config;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.parkland.BadInput;

/** The value of every setting, checked, with where it comes from. Cannot be changed. */
public final class Values {
  /** The source of what nobody set. */
  private static final String NOBODY = "standard";
  /** Where nobody set anything. */
  public static final Values STANDARD = new Values(standards());

  /** A value and who gave it: a flag, a variable, a line of a file, or the standard. */
  public record Value(String text, String source) {}

  private final Map<Setting, Value> values;

  private Values(Map<Setting, Value> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  private static Map<Setting, Value> standards() {
    Map<Setting, Value> values = new EnumMap<>(Setting.class);
    for (Setting each : Setting.values()) {
      values.put(each, new Value(each.standard(), NOBODY));
    }
    return values;
  }

  /**
   * The same with one setting changed.
   *
   * @param source where it was given, for messages
   * @throws BadInput if the value does not fit
   */
  public Values with(Setting setting, String text, String source) {
    if (!setting.kind().fits().test(text)) {
      throw new BadInput(source, setting.key() + " cannot be '" + setting.kind().shown().apply(text) + "'",
          "give " + setting.kind().wanted());
    }
    Map<Setting, Value> changed = new EnumMap<>(values);
    changed.put(setting, new Value(text, source));
    return new Values(changed);
  }

  /** Of all settings, in their order. */
  public Map<Setting, Value> all() {
    return values;
  }

  /** Whether anybody gave it. */
  public boolean isSet(Setting setting) {
    return !values.get(setting).source().equals(NOBODY);
  }

  public String text(Setting setting) {
    return values.get(setting).text();
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /** A whole number. */
  public int whole(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** A setting in KiB, as bytes. */
  public int kibibytes(Setting setting) {
    return Math.toIntExact((long) whole(setting) << 10);
  }

  /** A setting in MiB, as bytes. */
  public long mebibytes(Setting setting) {
    return (long) whole(setting) << 20;
  }

  /** A setting in seconds. */
  public Duration seconds(Setting setting) {
    return Duration.ofSeconds(whole(setting));
  }
}
