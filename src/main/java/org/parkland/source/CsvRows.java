package org.parkland.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.parkland.BadInput;

/** The rows of a delimited text as cells, after its header; blank lines are passed over. */
final class CsvRows implements AutoCloseable {
  private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY)
      .enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

  private final String file;
  private final MappingIterator<String[]> cells;
  private final CsvLayout layout;
  private String[] ahead;
  private long row;
  private long shortRows;

  private CsvRows(String file, MappingIterator<String[]> cells, char separator) {
    this.file = file;
    this.cells = cells;
    String[] header = read();
    if (header == null) {
      throw new BadInput(file, "is empty", "export the table again");
    }
    this.layout = CsvLayout.of(separator, List.of(header));
    ahead = read();
  }

  static CsvRows open(Path path, Charset charset) {
    try (TextLines lines = new TextLines(path, charset)) {
      char separator = CsvLayout.of(String.valueOf(lines.next())).separator();
      CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
      MappingIterator<String[]> cells = CSV.readerFor(String[].class).with(schema)
          .readValues(TextEncoding.reader(path, charset));
      try {
        return new CsvRows(path.toString(), cells, separator);
      } catch (RuntimeException e) {
        cells.close();
        throw e;
      }
    } catch (IOException e) {
      throw TextEncoding.unreadable(path, e);
    }
  }

  CsvLayout layout() {
    return layout;
  }

  /** Rows that ended before the last column. */
  long shortRows() {
    return shortRows;
  }

  /** Number of the row last returned, from 1, the header not counted. */
  long row() {
    return row;
  }

  /** The next row without taking it; null at the end. */
  String[] peek() {
    return ahead;
  }

  /** The next row, as many cells as columns. */
  String[] next() {
    String[] cells = ahead;
    row++;
    ahead = read();
    return fitted(cells);
  }

  private String[] fitted(String[] cells) {
    int columns = layout.columns().size();
    for (int i = columns; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        throw new BadInput(file + " row " + row, "has " + cells.length + " cells, the header has " + columns,
            "put a value that holds the separator between double quotes");
      }
    }
    shortRows += cells.length < columns ? 1 : 0;
    String[] fitted = java.util.Arrays.copyOf(cells, columns);
    for (int i = 0; i < columns; i++) {
      fitted[i] = fitted[i] == null ? "" : fitted[i].strip();
    }
    return fitted;
  }

  private String[] read() {
    try {
      return cells.hasNextValue() ? cells.nextValue() : null;
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
      throw new BadInput(file + line, "is not a well-formed table: a quotation mark may be missing",
          "export the table again", e);
    } catch (IOException e) {
      throw new BadInput(file, "cannot be read", "export the table again", e);
    }
  }

  @Override
  public void close() {
    try {
      cells.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
