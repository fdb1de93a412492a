package org.parkland.cli;

import java.util.concurrent.Callable;
import org.parkland.config.Setting;
import org.parkland.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland settings}: what holds, and who said so. */
@Command(name = "settings", mixinStandardHelpOptions = true,
    description = "List all settings with value, source and meaning. A flag goes before the environment, the"
        + " environment before the file, the file before the standard. Passwords are not shown.")
final class SettingsCommand implements Callable<Integer> {
  private static final int WIDTH = 34;

  @Mixin
  private DatabaseOptions database;

  @Option(names = "--example", description = "Print a file of all settings with their standards instead.")
  private boolean example;

  @Override
  public Integer call() {
    System.out.print(example ? example() : list(database.settings()));
    return 0;
  }

  private static String list(Settings settings) {
    StringBuilder lines = new StringBuilder();
    settings.values().all().forEach((setting, value) -> {
      String shown = setting.key() + ": " + setting.kind().shown().apply(value.text());
      lines.append(String.format("%-" + WIDTH + "s  # %s; %s%n", shown, value.source(), setting.help()));
    });
    return lines.toString();
  }

  private static String example() {
    StringBuilder lines = new StringBuilder("""
        # All settings of Parkland with their standards. Keep the lines that differ, as parkland.yaml in PARKLAND_HOME
        # or in its folder data, or name the file by --config or PARKLAND_CONFIG. The variable behind each setting goes
        # before the file, and --set NAME=VALUE before both. 'parkland settings' prints what holds, and who said so.
        """);
    for (Setting each : Setting.values()) {
      lines.append(String.format("%n# %s%n# %s: %s%n%s: %s%n", each.help(), each.variable(), each.kind().wanted(),
          each.key(), each.standard().isEmpty() ? "\"\"" : each.standard()));
    }
    return lines.toString();
  }
}
