package org.parkland.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parkland.BadInput;

/** Gathers settings: flags before the environment before the file before the standards. */
public final class SettingsReader {
  /** Variables of the environment that are read elsewhere. */
  private static final Set<String> NOT_SETTINGS = Set.of("PARKLAND_HOME", "PARKLAND_CONFIG", "PARKLAND_DEBUG");

  /** A value as somebody wrote it, and where. */
  record Given(String text, String place) {}

  private final Map<String, String> environment;
  private Values values = Values.STANDARD;

  private SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** With the environment of this process. */
  public static Settings read(Path config, Map<String, String> flags) {
    return read(System.getenv(), config, flags);
  }

  /**
   * For programs with no other flags; either may be null.
   *
   * @param db file or URL of the database
   */
  public static Settings of(Path district, String db) {
    Map<String, String> flags = new TreeMap<>();
    if (district != null) {
      flags.put(Setting.DISTRICT.key(), district.toString());
    }
    if (db != null) {
      flags.put(Setting.DB.key(), db);
    }
    return read(null, flags);
  }

  /**
   * @param config the file of settings, or null for the one PARKLAND_CONFIG names, else {@code parkland.yaml} in
   *     PARKLAND_HOME or in its folder {@code data}, which need not exist
   * @param flags key → value, as given on the command line
   * @throws BadInput if one is not known or does not fit, with its place
   */
  public static Settings read(Map<String, String> environment, Path config, Map<String, String> flags) {
    Path home = Path.of(environment.getOrDefault("PARKLAND_HOME", "")).toAbsolutePath();
    SettingsReader reader = new SettingsReader(environment);
    reader.file(home, config).ifPresent(file -> SettingsFile.read(file).forEach(reader::take));
    reader.takeEnvironment();
    flags.forEach((key, value) -> reader.take(key, new Given(value.strip(), flag(key))));
    return Settings.of(home, reader.values);
  }

  private static String flag(String key) {
    return "--set " + key;
  }

  private Optional<Path> file(Path home, Path config) {
    String named = environment.get("PARKLAND_CONFIG");
    if (config != null || named != null) {
      return Optional.of(config != null ? config : Path.of(named));
    }
    return Stream.of(home.resolve("parkland.yaml"), home.resolve("data/parkland.yaml")).filter(Files::exists)
        .findFirst();
  }

  private void takeEnvironment() {
    Map<String, String> keys = new TreeMap<>();
    Arrays.stream(Setting.values()).forEach(each -> keys.put(each.variable(), each.key()));
    new TreeMap<>(environment).forEach((name, value) -> {
      if (keys.containsKey(name)) {
        take(keys.get(name), new Given(value.strip(), name));
      } else if (name.startsWith("PARKLAND_") && !NOT_SETTINGS.contains(name)) {
        throw unknown(name, name, List.copyOf(keys.keySet()));
      }
    });
  }

  private void take(String key, Given given) {
    Setting setting = Setting.find(key).orElseThrow(() -> unknown(given.place(), key,
        Arrays.stream(Setting.values()).map(Setting::key).toList()));
    values = values.with(setting, given.text(), given.place());
  }

  private static BadInput unknown(String place, String name, List<String> known) {
    return new BadInput(place, "'" + name + "' is no setting", "did you mean '" + NearestName.of(name, known)
        + "'? 'parkland settings' lists them all");
  }
}
