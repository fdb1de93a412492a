package org.parkland.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A second, independent reading of what {@link ShapefileWriter} wrote, byte by byte. */
public final class ZippedShapefile {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Polygons in file order. */
  public final List<Geometry> shapes = new ArrayList<>();
  /** Trimmed texts by column name; blank values are left out. */
  public final List<Map<String, String>> rows = new ArrayList<>();
  public final Map<String, byte[]> entries = new LinkedHashMap<>();

  public ZippedShapefile(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    readShapes(ByteBuffer.wrap(entry(".shp")));
    readRows(ByteBuffer.wrap(entry(".dbf")).order(ByteOrder.LITTLE_ENDIAN));
  }

  public byte[] entry(String extension) {
    return entries.entrySet().stream().filter(e -> e.getKey().endsWith(extension))
        .findFirst().orElseThrow().getValue();
  }

  private void readShapes(ByteBuffer shp) {
    int at = 100;
    while (at < shp.capacity()) {
      int length = shp.order(ByteOrder.BIG_ENDIAN).getInt(at + 4) * 2;
      shp.order(ByteOrder.LITTLE_ENDIAN);
      shapes.add(shape(shp, at + 8));
      at += 8 + length;
    }
  }

  private static Geometry shape(ByteBuffer shp, int at) {
    int parts = shp.getInt(at + 36);
    int points = shp.getInt(at + 40);
    List<LinearRing> shells = new ArrayList<>();
    List<List<LinearRing>> holes = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = shp.getInt(at + 44 + 4 * p);
      int to = p + 1 < parts ? shp.getInt(at + 48 + 4 * p) : points;
      Coordinate[] ring = new Coordinate[to - from];
      for (int i = 0; i < ring.length; i++) {
        int point = at + 44 + 4 * parts + 16 * (from + i);
        ring[i] = new Coordinate(shp.getDouble(point), shp.getDouble(point + 8));
      }
      // Holes follow their shell in the files read here.
      if (Orientation.isCCW(ring)) {
        holes.get(holes.size() - 1).add(FACTORY.createLinearRing(ring));
      } else {
        shells.add(FACTORY.createLinearRing(ring));
        holes.add(new ArrayList<>());
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] =
          FACTORY.createPolygon(shells.get(i), holes.get(i).toArray(new LinearRing[0]));
    }
    return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
  }

  private void readRows(ByteBuffer dbf) {
    int count = dbf.getInt(4);
    int header = dbf.getShort(8) & 0xFFFF;
    int length = dbf.getShort(10) & 0xFFFF;
    for (int r = 0; r < count; r++) {
      int at = header + r * length + 1;
      Map<String, String> row = new LinkedHashMap<>();
      for (int field = 32; dbf.get(field) != 0x0D; field += 32) {
        String name = new String(dbf.array(), field, 11, StandardCharsets.US_ASCII).trim();
        int width = dbf.get(field + 16) & 0xFF;
        String value = new String(dbf.array(), at, width, Charset.forName("GBK")).trim();
        if (!value.isEmpty()) {
          row.put(name, value);
        }
        at += width;
      }
      rows.add(row);
    }
  }
}
