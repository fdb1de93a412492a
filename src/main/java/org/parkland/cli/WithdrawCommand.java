package org.parkland.cli;

import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.land.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland withdraw ID}: a snapshot no longer speaks for its day. */
@Command(name = "withdraw", mixinStandardHelpOptions = true,
    description = "Withdraw a snapshot: it stays, but figures fall back to the one before.")
final class WithdrawCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "Its number, see 'parkland snapshots'.")
  private long id;

  @Option(names = "--reason", required = true, description = "Why; kept with the snapshot.")
  private String reason;

  @Option(names = "--by", description = "Who (default: the user of this machine).")
  private String by = System.getProperty("user.name");

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new BadInput("--reason", "is empty", "say why the snapshot is wrong");
    }
    try (Workspace workspace = database.open()) {
      Snapshot gone = workspace.withdraw(id, reason.strip(), by);
      System.out.println("snapshot " + id + " (" + gone.kind().word() + " of " + gone.asOf() + ", " + gone.source()
          + ") is withdrawn");
    }
    return 0;
  }
}
