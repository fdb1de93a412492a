package org.parkland.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.workbook.BookName;
import org.parkland.workbook.BookQuery;
import org.parkland.workbook.Workbooks;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --format xlsx --out FILE}: the figures as a formatted workbook. */
final class WorkbookOption {
  @Option(names = "--out", paramLabel = "FILE", description = "With --format xlsx: the workbook to write, or a folder.")
  private Path out;

  /** One is nothing without the other. */
  void check(Format format, CommandSpec spec) {
    if (format == Format.XLSX && out == null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--format xlsx needs --out FILE");
    }
    if (format != Format.XLSX && out != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--out goes with --format xlsx");
    }
  }

  /** For what there is no workbook of. */
  static void refuse(Format format, String command) {
    if (format == Format.XLSX) {
      throw new BadInput("--format xlsx", "there is no workbook of " + command, "use text, json or csv");
    }
  }

  /** The workbook of a report; the red line where none is named. */
  BookName nameOf(Report report, CommandSpec spec) {
    return BookName.find(report == null ? BookName.REDLINE.word() : report.word())
        .orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(),
            "there is no workbook of the report " + report.word() + ", use 'parkland export --layer " + report.word()
                + " --format xlsx'"));
  }

  void write(Workspace workspace, LandAnalysis analysis, BookName name, BookQuery query) {
    Workbooks books = new Workbooks(workspace, analysis);
    Path file = Files.isDirectory(out) ? out.resolve(books.fileName(name, query)) : out;
    books.write(name, query, file);
    Handout.note(workspace, Action.EXPORT, "workbook " + name.word(), file, Map.of("format", "xlsx"));
    System.out.println(file);
  }
}
