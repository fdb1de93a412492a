package org.parkland.sink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.parkland.BadInput;

/**
 * Writes the exchange text "[地块坐标]" in its supply form (plot line with 8 commas), GBK, CRLF.
 * X is the northing, Y the easting, in metres of a CGCS2000 3-degree zone; each ring repeats its first point; areas
 * are hectares with 4 decimals. A pack's has 3 decimals; an export as many as the coordinates have, and at least 3.
 */
public final class PlotTextWriter implements FeatureWriter {
  private static final double M2_PER_HECTARE = 10_000;

  private static final Charset GBK = Charset.forName("GBK");
  private static final int FEWEST_DECIMALS = 3;
  /** EPSG:4513 to 4533 are zones 25 to 45 with the zone in the easting, 4534 to 4554 the same without. */
  private static final int FIRST_PREFIXED = 4513;
  private static final int FIRST_PLAIN = 4534;
  private static final int ZONES = 21;
  private static final int FIRST_ZONE = 25;

  private final BufferedWriter out;
  private final boolean exact;

  /**
   * @param producer written as 数据产生单位
   * @param produced written as 数据产生日期
   */
  public PlotTextWriter(Path file, String producer, LocalDate produced) throws IOException {
    this(Files.newOutputStream(file), producer, produced, zone(SpatialReference.CGCS2000_ZONE_38), false);
  }

  /**
   * An export.
   *
   * @throws BadInput if the reference system is not one of the format's
   */
  public PlotTextWriter(OutputStream out, String producer, LocalDate produced, SpatialReference reference)
      throws IOException {
    this(out, producer, produced, zone(reference), true);
  }

  private PlotTextWriter(OutputStream file, String producer, LocalDate produced, int zone, boolean exact)
      throws IOException {
    this.exact = exact;
    out = new BufferedWriter(new OutputStreamWriter(file, GBK.newEncoder()), 1 << 16);
    line("[属性描述]");
    line("格式版本号=1.01版本");
    line("数据产生单位=" + producer);
    line("数据产生日期=" + produced);
    line("坐标系=2000国家大地坐标系");
    line("几度分带=3");
    line("投影类型=高斯克吕格");
    line("计量单位=米");
    line("带号=" + zone);
    line("精度=0.001");
    line("转换参数=,,,,,,");
    line("[地块坐标]");
  }

  private static int zone(SpatialReference reference) {
    int epsg = reference.epsg();
    int first = epsg >= FIRST_PLAIN ? FIRST_PLAIN : FIRST_PREFIXED;
    if (epsg < first || epsg >= first + ZONES) {
      throw new BadInput("EPSG:" + epsg, "is no system of the exchange text [地块坐标]",
          "use a CGCS2000 3-degree zone such as EPSG:4526 or EPSG:4547");
    }
    return FIRST_ZONE + epsg - first;
  }

  /**
   * Appends one plot.
   *
   * @param values area in m² (Number), plot number, plot name, map sheet (may be null), use,
   *     class code
   */
  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    double areaM2 = ((Number) values[0]).doubleValue();
    line(String.format(Locale.ROOT, "%d,%.4f,%s,%s,面,%s,%s,%s,@",
        geometry.getNumPoints(), areaM2 / M2_PER_HECTARE,
        field(values[1]), field(values[2]), field(values[3]), field(values[4]), field(values[5])));
    int ring = 0;
    for (int g = 0; g < geometry.getNumGeometries(); g++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(g);
      writeRing(polygon.getExteriorRing(), ++ring);
      for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
        writeRing(polygon.getInteriorRingN(r), ++ring);
      }
    }
  }

  private void writeRing(LinearRing ring, int number) throws IOException {
    CoordinateSequence points = ring.getCoordinateSequence();
    int distinct = points.size() - 1;
    for (int i = 0; i <= distinct; i++) {
      line("J" + (i % distinct + 1) + "," + number + "," + metres(points.getY(i)) + "," + metres(points.getX(i)));
    }
  }

  private String metres(double ordinate) {
    BigDecimal metres = BigDecimal.valueOf(ordinate);
    return metres.setScale(exact ? Math.max(FEWEST_DECIMALS, metres.scale()) : FEWEST_DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** A comma would begin the next field, a line end the next plot. */
  private static String field(Object value) {
    return value == null ? "" : value.toString().replace(',', '，').replaceAll("[\r\n]+", " ");
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
