package org.parkland.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.parkland.geometry.Crs;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingKind;
import org.parkland.sink.Column;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.SpatialReference;

/** Findings as a GeoPackage layer to be opened in QGIS: polygons where land is meant, points where a row is. */
public final class FindingLayer {
  private static final List<Column> COLUMNS = List.of(Column.text("severity", 8), Column.text("code", 40),
      Column.text("title", 60), Column.text("text", 2000), Column.integer("row", 10), Column.text("id", 60),
      Column.decimal("figure", 18, 4), Column.text("unit", 8), Column.text("who", 40), Column.text("remedy", 2000));

  private FindingLayer() {}

  /** @param crs of the layer, which the findings' shapes are in */
  public static void write(Path file, FindingCatalogue catalogue, Crs crs, Stream<Finding> findings)
      throws IOException {
    SpatialReference reference =
        new SpatialReference(crs.epsg(), crs.name(), crs.wkt(), crs.wkt(), crs.isGeographic());
    try (GeoPackageWriter writer = new GeoPackageWriter(file, "findings", reference, COLUMNS, false, null)) {
      for (Iterator<Finding> each = findings.iterator(); each.hasNext(); ) {
        Finding finding = each.next();
        FindingKind kind = catalogue.find(finding.code()).orElse(null);
        writer.write(finding.shape(), finding.severity().word(), finding.code(),
            kind == null ? null : kind.title().zh(), catalogue.textOf(finding).zh(), finding.row(), finding.id(),
            finding.figure(), kind == null ? null : kind.unit(),
            kind == null ? null : catalogue.office(kind.who()).zh(), kind == null ? null : kind.remedy().zh());
      }
    }
  }
}
