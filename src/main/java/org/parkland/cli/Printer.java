package org.parkland.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Prints results to standard output as JSON or CSV. */
final class Printer {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
  private static final CsvMapper CSV = (CsvMapper) new CsvMapper()
      .configure(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING, true)
      .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);

  private Printer() {}

  static void json(Object result) {
    try {
      JSON.writeValue(System.out, result);
      System.out.println();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line a row; the columns are the keys of the first row. */
  static void csv(List<String> columns, List<Map<String, Object>> rows) {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
    try {
      CSV.writer(schema.build()).writeValues(System.out).writeAll(rows).flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
