package org.parkland.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.analysis.Workspace;
import org.parkland.land.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland snapshots}: what has been imported, and what was withdrawn. */
@Command(name = "snapshots", mixinStandardHelpOptions = true,
    description = "List all imports, withdrawn ones too, oldest first.")
final class SnapshotsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "As JSON instead of lines.")
  private boolean json;

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    try (Workspace workspace = database.open()) {
      List<Snapshot> all = workspace.snapshots();
      if (json) {
        Printer.json(Map.of("snapshots", all.stream().map(SnapshotsCommand::row).toList()));
      } else {
        all.forEach(SnapshotsCommand::print);
      }
    }
    return 0;
  }

  private static void print(Snapshot each) {
    System.out.printf("%4d  %-10s  %s  %,11d  %s  %s  %s%n", each.id(), each.kind().word(), each.asOf(), each.count(),
        each.crs(), each.source(), each.isWithdrawn() ? "withdrawn by " + each.withdrawal().by() + " at "
            + each.withdrawal().at() + ": " + each.withdrawal().reason() : "");
  }

  private static Map<String, Object> row(Snapshot each) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("snapshot", each.id());
    row.put("kind", each.kind().word());
    row.put("name", each.name());
    row.put("asOf", each.asOf().toString());
    row.put("count", each.count());
    row.put("crs", each.crs());
    row.put("source", each.source());
    row.put("sha256", each.sha256());
    row.put("importedAt", each.importedAt().toString());
    row.put("importedBy", each.importedBy());
    row.put("withdrawal", !each.isWithdrawn() ? null : Map.of("reason", each.withdrawal().reason(),
        "by", each.withdrawal().by(), "at", each.withdrawal().at().toString()));
    return row;
  }
}
