package org.parkland.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;

/** The formatted workbooks of a database; their figures are those of the API. */
public final class Workbooks {
  private final BookTables tables;

  public Workbooks(Workspace workspace, LandAnalysis analysis) {
    this.tables = new BookTables(workspace, analysis);
  }

  /** {@code 江海区_产业用地红线监测表_2025-12-31.xlsx}. */
  public String fileName(BookName name, BookQuery query) {
    return tables.fileName(name, query);
  }

  /**
   * Writes a workbook to a stream and leaves it open.
   *
   * @throws BadInput if a layer is missing or the query does not fit the data
   */
  public void write(BookName name, BookQuery query, OutputStream out) throws IOException {
    BookWriter.write(tables.draw(name, query), out);
  }

  /** The same into a file. */
  public void write(BookName name, BookQuery query, Path file) {
    BookTable table = tables.draw(name, query);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      BookWriter.write(table, out);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be written", "choose another place with --out", e);
    }
  }
}
