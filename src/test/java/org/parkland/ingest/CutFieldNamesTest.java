package org.parkland.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.pack.Standards;
import org.parkland.source.SourceLayer;

/** Names of columns as a DBF cuts them after ten bytes. */
class CutFieldNamesTest {
  private static final Charset GBK = Charset.forName("GBK");
  private final Schema parcels = Standards.read(Path.of("gis-data/standards")).schemas().get(LayerKind.PARCELS);

  @Test
  void aCutNameIsKnownByItsBeginning() {
    assertThat(mapping("Shapefile", GBK, "约定交地时", "建设用地批")).containsEntry("handover_agreed_on", "约定交地时")
        .containsEntry("approved_on", "建设用地批");
    assertThat(mapping("Shapefile", StandardCharsets.UTF_8, "建设用")).containsEntry("approved_on", "建设用");
  }

  /** Code and name of a class are cut to the same beginning. */
  @Test
  void whatMayBeTwoThingsIsNone() {
    assertThat(mapping("Shapefile", GBK, "用地用海分")).isEmpty();
  }

  @Test
  void aShortNameOrAnotherFormatWasNotCut() {
    assertThat(mapping("Shapefile", GBK, "约定交地")).isEmpty();
    assertThat(mapping("GeoPackage", StandardCharsets.UTF_8, "约定交地时")).isEmpty();
  }

  private Map<String, String> mapping(String format, Charset encoding, String... columns) {
    return FieldMapping.found("file", parcels,
        new SourceLayer(format, "layer", List.of(columns), null, encoding, 1), Map.of()).byName();
  }
}
