package org.parkland.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.LayerKind;

/** A small layer of parcels in which everything stands that a format may stumble over. */
final class TrickyLayer {
  static final LocalDate DAY = LocalDate.of(2025, 6, 30);

  private TrickyLayer() {}

  /** A database of its own that holds the layer. */
  static Workspace open(Path folder) throws IOException {
    Path file = folder.resolve("tricky.geojson");
    List<Map<String, Object>> features = List.of(
        feature(row("440704000001GB00001", "1001", "=HYPERLINK(\"http://x\",\"y\")", 15.123456789012345, "2021-02-03"),
            square(0, 0.1 + 0.2)),
        feature(row("440704000001GB00002", null, "-2+3, \"两行\n文字\"", null, null), withHole()),
        feature(row("440704000001GB00003", "0701", "'=已有撇号", 0.1, "2099-12-31"), twoParts()),
        feature(row("440704000001GB00004", "100102", "-12.50", 1e7, "1999-01-01"), square(500, 7.0 / 3)),
        feature(row("440704000001GB00005", "1207", "＠全角 与 emoji😀", 12345678.9, null), square(900, 1e-3)));
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("crs", Map.of("type", "name", "properties", Map.of("name", "urn:ogc:def:crs:EPSG::4526")));
    collection.put("features", features);
    Files.write(file, new ObjectMapper().writeValueAsBytes(collection));
    Workspace workspace = Workspace.open(SampleDistrict.settings(folder.resolve("tricky.gpkg")));
    ImportRequest plain = ImportRequest.of(file, LayerKind.PARCELS, DAY);
    workspace.importer().run(new ImportRequest(file, plain.kind(), null, null, DAY, null, null,
        Map.of("registered_area_m2", "登记面积（亩）", "started_on", "自定日期"), Map.of(), false, "test"), (done, total) -> { });
    return workspace;
  }

  private static Map<String, Object> row(String id, String code, String remark, Double mu, String started) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("宗地代码", id);
    row.put("YDYHFLDM", code);
    row.put("登记面积（亩）", mu);
    row.put("约定动工时间", "2020-01-31");
    row.put("自定日期", started);
    row.put("SFM0", mu == null ? null : Boolean.valueOf(mu > 1));
    row.put("备注", remark);
    row.put("fid", "老编号 " + id.substring(18));
    row.put("一个比十个字节长得多的字段名", "甲");
    row.put("一个比十个字节长得多的字段名二", "乙");
    row.put("邮编", "007");
    return row;
  }

  private static Map<String, Object> feature(Map<String, Object> properties, Map<String, Object> geometry) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", geometry);
    return feature;
  }

  private static List<List<Double>> ring(double east, double side, double shift) {
    double x = 38_405_000 + east + shift;
    double y = 2_490_000 + shift;
    return List.of(List.of(x, y), List.of(x + side, y), List.of(x + side, y + side), List.of(x, y + side), List.of(x, y));
  }

  private static Map<String, Object> square(double east, double shift) {
    return Map.of("type", "Polygon", "coordinates", List.of(ring(east, 100.0 / 3, shift)));
  }

  private static Map<String, Object> withHole() {
    return Map.of("type", "Polygon", "coordinates", List.of(ring(100, 90, 0), ring(110, 20.7, 10)));
  }

  private static Map<String, Object> twoParts() {
    return Map.of("type", "MultiPolygon",
        "coordinates", List.of(List.of(ring(250, 30, 0)), List.of(ring(300, 40, 0.123456789))));
  }
}
