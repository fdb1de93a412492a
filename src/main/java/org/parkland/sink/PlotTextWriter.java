package org.parkland.sink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the exchange text "[地块坐标]" in its supply form (plot line with 8 commas), GBK, CRLF.
 * X is the northing, Y the easting with the zone number 38 in front (EPSG:4526, metres, 3
 * decimals); each ring repeats its first point; areas are hectares with 4 decimals.
 */
public final class PlotTextWriter implements FeatureWriter {
  private static final double M2_PER_HECTARE = 10_000;

  private final BufferedWriter out;

  /**
   * @param producer written as 数据产生单位
   * @param produced written as 数据产生日期
   */
  public PlotTextWriter(Path file, String producer, LocalDate produced) throws IOException {
    out = Files.newBufferedWriter(file, Charset.forName("GBK"));
    line("[属性描述]");
    line("格式版本号=1.01版本");
    line("数据产生单位=" + producer);
    line("数据产生日期=" + produced);
    line("坐标系=2000国家大地坐标系");
    line("几度分带=3");
    line("投影类型=高斯克吕格");
    line("计量单位=米");
    line("带号=38");
    line("精度=0.001");
    line("转换参数=,,,,,,");
    line("[地块坐标]");
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
        values[1], values[2], values[3] == null ? "" : values[3], values[4], values[5]));
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
      line(String.format(Locale.ROOT, "J%d,%d,%.3f,%.3f",
          i % distinct + 1, number, points.getY(i), points.getX(i)));
    }
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
