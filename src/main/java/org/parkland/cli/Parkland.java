package org.parkland.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.parkland.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** The program: {@code parkland COMMAND}; without a command it serves the sample district. */
@Command(name = "parkland", mixinStandardHelpOptions = true, versionProvider = Version.class,
    description = "Land-use figures, the industrial red line and idle land of a district.",
    subcommands = {ServeCommand.class, ImportCommand.class, CheckCommand.class, SnapshotsCommand.class,
        WithdrawCommand.class, AnalyzeCommand.class, IdleCommand.class,
        CandidatesCommand.class, MatchCommand.class, CorrectCommand.class,
        PrintCommand.class, ReportCommand.class,
        ExportCommand.class, TilesCommand.class, FillCommand.class, SettingsCommand.class, AccountsCommand.class,
        TokensCommand.class,
        AuditCommand.class, BackupCommand.class, RestoreCommand.class, DemoCommand.class, HelpCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:findings or a breach, where asked for", "2:wrong use", "3:bad input"})
public final class Parkland {
  static final int BREACH = 1;
  static final int BAD_INPUT = 3;
  /** As shells have it for SIGINT. */
  static final int INTERRUPTED = 130;

  private Parkland() {}

  public static void main(String[] arguments) {
    int exit = run(arguments.length == 0 ? new String[] {"serve"} : arguments);
    if (exit != ServeCommand.SERVING) {
      System.exit(exit);
    }
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Parkland())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Parkland::date)
        .setExecutionExceptionHandler((e, command, parsed) -> fail(e, command))
        .execute(arguments);
  }

  private static LocalDate date(String text) {
    try {
      if (text.length() != "YYYY-MM-DD".length()) {
        throw new DateTimeException(text);
      }
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' is no date; write it as YYYY-MM-DD");
    }
  }

  /** Bad input is told in one line; anything else is our fault, goes to the log and leaves no trace on screen. */
  private static int fail(Exception e, CommandLine command) {
    Logger log = LoggerFactory.getLogger(Parkland.class);
    log.debug("the command failed", e);
    if (e instanceof BadInput) {
      command.getErr().println(e.getMessage());
      return BAD_INPUT;
    }
    command.getErr().println("Parkland failed: " + e + "\nSet PARKLAND_DEBUG=1 to see where, and report it.");
    return BAD_INPUT;
  }
}
