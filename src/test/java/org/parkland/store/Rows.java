package org.parkland.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.pack.Standards;

/** Drafts and rows for the tests of the stores, EPSG:4526. */
public final class Rows {
  public static final LocalDate DAY = LocalDate.of(2025, 12, 31);
  public static final String REPORT = "{ \"read\" : 3 , \"说明\":\"“引号” \\\" ' \\\\\"}";
  /** South-west corner of the first square, metres. */
  static final double EAST = 38_405_000;
  static final double NORTH = 2_490_000;
  private static final int SQUARES_A_ROW = 50;
  private static final double SIDE_M = 10;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Rows() {}

  /** The product's own layers. */
  public static Map<LayerKind, Schema> schemas() {
    return Standards.read(Path.of("gis-data/standards")).schemas();
  }

  public static Snapshot draft() {
    return draft(LayerKind.PARCELS, "parcels", DAY);
  }

  public static Snapshot draft(LayerKind kind, String name, LocalDate asOf) {
    return new Snapshot(0, kind, name, asOf, "EPSG:4526", null, "江海'\"宗地.zip · 宗地", "ab".repeat(32), "GBK",
        "{\"columns\":{\"id\":\"ZDDM\"},  \"codes\":{}}", "{}", 0, Instant.parse("2026-01-02T03:04:05.678901Z"), "规划科");
  }

  /** Stores rows as one snapshot. */
  public static Snapshot store(Store store, Snapshot draft, List<Feature> rows) {
    try (SnapshotWriter writer = store.begin(draft)) {
      rows.forEach(writer::add);
      return writer.commit(REPORT);
    }
  }

  /** Squares that touch, in rows of fifty, numbered from 1. */
  public static List<Feature> squares(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Rows::square).toList();
  }

  public static Feature square(int number) {
    double x = EAST + (number - 1) % SQUARES_A_ROW * SIDE_M;
    double y = NORTH + (number - 1) / SQUARES_A_ROW * SIDE_M;
    Geometry shape = FACTORY.toGeometry(new Envelope(x, x + SIDE_M, y, y + SIDE_M));
    return new Feature(number, shape,
        Map.of("id", "P" + number, "kind", "square", "name", "地块" + number, "level", "一级"), Map.of("BZ", "第" + number));
  }

  /** Four parcels: everything filled in, hard characters, quotes, nothing but an id. */
  public static List<Feature> attributesOfEveryType() {
    Map<String, Object> full = new HashMap<>(Map.of("id", "440704001001GB00001", "location", "江海区金瓯路1号", "land_use", "100101",
        "new_industry", true, "registered_area_m2", 0.1 + 0.2, "price_wan", -1.0e-300, "signed_on", LocalDate.of(2019, 2, 28)));
    full.putAll(Map.of("mortgaged", false, "tax_wan", Double.MAX_VALUE, "started_on", LocalDate.of(1949, 10, 1),
        "completion_agreed_on", LocalDate.of(9999, 12, 31)));
    Map<String, String> extra = Map.of("备注", "第一行\n第二行\t末", "quote\"d", "it's \\ \"so\"", "empty", "");
    Geometry shape = square(1).geometry();
    return List.of(new Feature(1, shape, full, extra),
        new Feature(2, shape, Map.of("id", "2", "holder", "Acme 100% 有限公司", "cause", ""), Map.of()),
        new Feature(3, shape, Map.of("id", "O'Neil \"7\"", "location", "\\N\t\\\\x\r\n𠮷", "invested_wan", 0.0),
            Map.of("\\N", "\\N")),
        new Feature(4, shape, Map.of("id", "4"), Map.of()));
  }

  /** Every type of shape, with coordinates that rounding would change. */
  static List<Feature> geometries() {
    List<String> shapes = List.of("POINT (38405000.123456789 2490000.987654321)", "POINT (0 -0.0)",
        "LINESTRING (0.1 0.2, 0.3 1e-300, 1e300 4.9e-324)", "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3.0000000000000004))",
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
        "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 1 0, 1 1, 0 0)))");
    List<Feature> rows = new ArrayList<>();
    for (String shape : shapes) {
      rows.add(new Feature(rows.size() + 1, wkt(shape), Map.of("id", "G" + rows.size(), "kind", "shape"), Map.of()));
    }
    return rows;
  }

  static List<Feature> of(Store store, Snapshot snapshot) {
    return of(store, snapshot, FeatureQuery.all());
  }

  public static List<Feature> of(Store store, Snapshot snapshot, FeatureQuery query) {
    List<Feature> found = new ArrayList<>();
    try (FeatureCursor rows = store.features(snapshot, query)) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }

  /** All that a snapshot holds, comparable. */
  public static List<Object> content(Store store, Snapshot snapshot) {
    return of(store, snapshot).stream().flatMap(each -> Stream.<Object>of(each.row(),
        WKBWriter.toHex(wkb(each)), each.attributes(), each.extra())).toList();
  }

  static byte[] wkb(Feature feature) {
    return new WKBWriter(2).write(feature.geometry());
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
