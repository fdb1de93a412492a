package org.parkland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.FindingJson;
import org.parkland.analysis.LayerSurvey;
import org.parkland.analysis.Workspace;
import org.parkland.check.FindingLayer;
import org.parkland.check.FindingWorkbook;
import org.parkland.geometry.Crs;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.LayerKind;
import org.parkland.source.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland check FILE|LAYER}: what is wrong with a delivery, without storing anything. */
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Check a file, or a stored layer, and say what is wrong, where, and who mends it. Stores nothing.")
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN_OF_A_CODE = 5;

  /** From which severity on the command exits with 1. */
  private enum FailOn {
    ERROR, WARNING, NOTICE
  }

  @Parameters(index = "0", paramLabel = "FILE|LAYER",
      description = "A file, a kind of stored layer (parcels, zoning …), or the number of a snapshot.")
  private String subject;

  @Option(names = "--as", paramLabel = "KIND", defaultValue = "parcels",
      description = "What a file is: ${COMPLETION-CANDIDATES} (default: parcels).")
  private LayerKind kind;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The day the data describe (default: today).")
  private LocalDate date;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).", defaultValue = "text")
  private ListFormat format;

  @Option(names = "--xlsx", paramLabel = "FILE", description = "Also write a workbook to be sent back (in Chinese).")
  private Path xlsx;

  @Option(names = "--gpkg", paramLabel = "FILE", description = "Also write the findings as a layer for QGIS.")
  private Path gpkg;

  @Option(names = "--fail-on", paramLabel = "SEVERITY",
      description = "Exit with 1 if something this bad is found: ${COMPLETION-CANDIDATES}.")
  private FailOn failOn;

  @Mixin
  private ReadingOptions reading;

  @Mixin
  private DatabaseOptions database;

  /** How the findings are printed. */
  enum ListFormat {
    TEXT, JSON
  }

  @Override
  public Integer call() {
    try (Workspace workspace = database.openForImport(); LayerSurvey survey = survey(workspace)) {
      if (format == ListFormat.JSON) {
        json(survey, workspace.standards().findings());
      } else {
        text(survey, workspace.standards().findings());
      }
      write(survey, workspace.standards().findings());
      return fails(survey) ? Parkland.BREACH : 0;
    }
  }

  private LayerSurvey survey(Workspace workspace) {
    if (Files.exists(Path.of(subject))) {
      ImportRequest request = new ImportRequest(Origin.of(Path.of(subject)), kind, null, reading.layer,
          date == null ? LocalDate.now() : date, reading.crs(), reading.isGuessAccepted(), reading.swapAxes,
          reading.charset(), reading.columns, reading.codes, true, reading.scheme, System.getProperty("user.name"));
      return LayerSurvey.ofFile(workspace, request, Terminal.progress("reading " + subject),
          Terminal.windows("checking " + subject));
    }
    return LayerSurvey.ofStored(workspace, subject, date, Terminal.windows("checking " + subject));
  }

  private static void text(LayerSurvey survey, FindingCatalogue catalogue) {
    System.out.println(survey.title());
    System.out.println(FindingPrinter.summary(survey.counts()));
    String code = null;
    int shown = 0;
    for (Finding each : survey.samples()) {
      shown = each.code().equals(code) ? shown + 1 : 1;
      if (!each.code().equals(code)) {
        code = each.code();
        System.out.println();
        System.out.println(each.severity().word() + " " + code + ": " + survey.counts().get(code) + " · "
            + catalogue.find(code).map(kind -> catalogue.office(kind.who()).en() + ": " + kind.remedy().en())
                .orElse(""));
      }
      if (shown <= SHOWN_OF_A_CODE) {
        System.out.println("  " + (each.row() == 0 ? "" : "row " + each.row() + " ")
            + (each.id() == null ? "" : each.id() + " ") + each.message() + survey.placeOf(each));
      }
    }
  }

  private void json(LayerSurvey survey, FindingCatalogue catalogue) {
    FindingJson writer = new FindingJson(catalogue, Crs.of(survey.layer().crs()));
    Map<String, Object> answer = new LinkedHashMap<>(survey.description());
    answer.put("counts", survey.counts());
    answer.put("findings", (Iterable<Map<String, Object>>) () -> survey.all().map(writer::of).iterator());
    Printer.json(answer);
  }

  private void write(LayerSurvey survey, FindingCatalogue catalogue) {
    Crs crs = Crs.of(survey.layer().crs());
    Path target = xlsx;
    try {
      if (xlsx != null) {
        new FindingWorkbook(catalogue, crs).write(xlsx, survey.heading(), survey.counts(), survey.all());
      }
      target = gpkg;
      if (gpkg != null) {
        FindingLayer.write(gpkg, catalogue, crs, survey.all());
      }
    } catch (IOException e) {
      throw new BadInput(target.toString(), "cannot be written", "choose another place", e);
    }
  }

  private boolean fails(LayerSurvey survey) {
    return failOn != null && survey.worst().map(each -> each.ordinal() <= failOn.ordinal()).orElse(false);
  }
}
