package org.parkland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.analysis.CorrectionDesk;
import org.parkland.analysis.CorrectionJson;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.land.Correction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland correct}: the office's corrections of dates, causes and decisions, and their history. */
@Command(name = "correct", mixinStandardHelpOptions = true,
    description = "Corrects a date, a cause or a decision of a parcel, takes a correction back, or shows the history.",
    customSynopsis = {
        "parkland correct PARCEL FIELD=VALUE --reason TEXT [--evidence FILE] [--by NAME]",
        "       parkland correct --remove NUMBER --reason TEXT [--by NAME]",
        "       parkland correct --history PARCEL [--format FORMAT]"})
final class CorrectCommand implements Callable<Integer> {
  @Mixin
  private DatabaseOptions database;

  @Parameters(arity = "0..2", paramLabel = "PARCEL FIELD=VALUE",
      description = "Parcel number and the correction, such as started_on=2023-05-01; FIELD= says it is unknown.")
  private List<String> correction = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; always needed.")
  private String reason;

  @Option(names = "--evidence", paramLabel = "FILE", description = "File that proves it; its name and SHA-256 are kept.")
  private Path evidence;

  @Option(names = "--by", paramLabel = "NAME", description = "Who corrects (default: the name of the system's user).")
  private String by = System.getProperty("user.name");

  @Option(names = "--remove", paramLabel = "NUMBER", description = "Take back the correction of this number.")
  private Long remove;

  @Option(names = "--history", paramLabel = "PARCEL", description = "Show all corrections of a parcel.")
  private String history;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
  private Format format;

  @Override
  public Integer call() {
    WorkbookOption.refuse(format, "correct");
    try (Workspace workspace = database.open()) {
      CorrectionDesk desk = new LandAnalysis(workspace).corrections();
      if (history != null) {
        print(desk.history(history), desk);
      } else if (remove != null) {
        print(List.of(desk.remove(remove, reason, by, Actor.local())), desk);
      } else {
        print(List.of(desk.enter(request(), Actor.local())), desk);
      }
      return 0;
    }
  }

  private CorrectionDesk.Request request() {
    if (correction.size() < 2 || !correction.get(1).contains("=")) {
      throw new BadInput("parkland correct", "needs a parcel number and FIELD=VALUE",
          "write: parkland correct PARCEL started_on=2023-05-01 --reason TEXT");
    }
    String[] pair = correction.get(1).split("=", 2);
    return new CorrectionDesk.Request(correction.get(0), pair[0].strip(), pair[1], reason, proof(), by);
  }

  private Correction.Evidence proof() {
    try {
      return evidence == null ? null
          : CorrectionDesk.evidence(evidence.getFileName().toString(), Files.readAllBytes(evidence));
    } catch (IOException e) {
      throw new BadInput(evidence.toString(), "cannot be read", "check the path and its permissions", e);
    }
  }

  private void print(List<Correction> entries, CorrectionDesk desk) {
    List<Map<String, Object>> rows = entries.stream().map(each -> CorrectionJson.entry(each, desk)).toList();
    switch (format) {
      case JSON -> Printer.json(rows);
      case CSV -> Printer.csv(List.of("number", "parcel", "field", "label", "labelEn", "before", "after", "removal",
          "stands", "reason", "evidence", "evidenceSha256", "by", "at"), rows);
      default -> entries.forEach(each -> System.out.println(line(each, desk)));
    }
  }

  private static String line(Correction entry, CorrectionDesk desk) {
    String change = (entry.before() == null ? "未提供" : entry.before()) + " → "
        + (entry.takenBack() ? "撤销更正，恢复原值" : entry.value() == null ? "不明" : entry.value());
    return entry.number() + "  " + entry.at() + "  " + entry.by() + "  " + entry.parcel() + "  "
        + desk.describe(entry).label() + "（" + entry.attribute() + "）：" + change + "  理由：" + entry.reason()
        + (entry.evidence() == null ? entry.takenBack() ? "" : "  未附证据文件"
            : "  证据：" + entry.evidence().name() + " sha256:" + entry.evidence().sha256())
        + (desk.stands(entry) ? "  现行" : "");
  }
}
