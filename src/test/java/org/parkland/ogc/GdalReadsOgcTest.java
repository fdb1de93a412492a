package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.geometry.GeoPackageGeometry;

/** GDAL's drivers OAPIF and MVT read what is served. Needs the Debian package gdal-bin. */
class GdalReadsOgcTest {
  private static final OgcClient OGC = OgcClient.shared();
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void featuresArriveWholeWithTheirWordsAndShapes() throws Exception {
    Path copy = folder.resolve("copy.gpkg");
    run("ogr2ogr", "-oo", "PAGE_SIZE=1000", copy.toString(), "OAPIF:" + OGC.root(), "parcels", "units");
    Map<String, JsonNode> served = new TreeMap<>();
    OGC.json("/collections/parcels/items?limit=10000").path("features")
        .forEach(each -> served.put(each.path("properties").path("id").asText(), each));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id, location, holder, registered_area_m2, geom from parcels")) {
      int count = 0;
      while (row.next()) {
        JsonNode item = served.get(row.getString(1));
        assertThat(row.getString(2)).isEqualTo(item.path("properties").path("location").asText(null));
        assertThat(row.getString(3)).isEqualTo(item.path("properties").path("holder").asText(null));
        assertThat(row.getDouble(4)).isEqualTo(item.path("properties").path("registered_area_m2").asDouble());
        if (count++ % 100 == 0) {
          JsonNode ring = item.path("geometry").path("coordinates").get(0);
          var shape = new GeoPackageGeometry().decode(row.getBytes(5));
          assertThat(shape.isValid()).isTrue();
          assertThat(shape.getCoordinates()[0].x).isEqualTo(ring.get(0).get(0).asDouble());
          assertThat(shape.getCoordinates()[0].y).isEqualTo(ring.get(0).get(1).asDouble());
        }
      }
      assertThat(count).isEqualTo(served.size()).isGreaterThan(7_000);
    }
  }

  @Test
  void filtersByPlaceGoToTheServer() throws Exception {
    String box = "113.12,22.54,113.13,22.55";
    int expected = OGC.json("/collections/parcels/items?limit=10000&bbox=" + box).path("features").size();
    String report = run("ogrinfo", "-so", "-spat", "113.12", "22.54", "113.13", "22.55", "OAPIF:" + OGC.root(), "parcels");
    assertThat(report).contains("Feature Count: " + expected);
  }

  @Test
  void tilesHoldTheParcelsOfTheirPlace() throws Exception {
    Path file = folder.resolve("tile.mvt");
    int zoom = 16;
    Envelope place = Crs.of("EPSG:4326").to(Crs.of(Crs.WEB_MERCATOR)).apply(new Envelope(113.122, 113.1221, 22.548, 22.5481));
    double side = 2 * Math.PI * 6_378_137 / (1 << zoom);
    int x = (int) ((place.getMinX() + Math.PI * 6_378_137) / side);
    int y = (int) ((Math.PI * 6_378_137 - place.getMaxY()) / side);
    HttpResponse<byte[]> tile = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(OGC.root()
        + "/collections/parcels/tiles/WebMercatorQuad/" + zoom + "/" + y + "/" + x)).build(), BodyHandlers.ofByteArray());
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
    Files.write(file, tile.body());
    JsonNode read = JSON.readTree(run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file.toString(), "land"));
    Set<String> ids = new HashSet<>();
    read.path("features").forEach(each -> ids.add(each.path("properties").path("id").asText()));
    double west = x * side - Math.PI * 6_378_137;
    double north = Math.PI * 6_378_137 - y * side;
    Set<String> inside = new HashSet<>();
    OGC.json("/collections/parcels/items?limit=10000&bbox=" + (west + 1) + "," + (north - side + 1) + "," + (west + side - 1)
        + "," + (north - 1) + "&bbox-crs=" + OgcClient.encoded(OgcClient.EPSG + "3857")).path("features")
        .forEach(each -> inside.add(each.path("properties").path("id").asText()));
    assertThat(ids).containsAll(inside);
    assertThat(inside).isNotEmpty();
  }

  @Test
  void tileSetsAreDescribedAndTilesThatAreNotThereAre404() throws Exception {
    JsonNode set = OGC.json("/collections/parcels/tiles/WebMercatorQuad");
    assertThat(set.path("dataType").asText()).isEqualTo("vector");
    assertThat(OgcClient.link(set, "item", "application/vnd.mapbox-vector-tile")).contains("{tileMatrix}/{tileRow}/{tileCol}");
    assertThat(OGC.json("/tileMatrixSets/WebMercatorQuad").path("tileMatrices")).hasSize(23);
    assertThat(OGC.json("/collections/zoning/tiles/WebMercatorQuad/tilejson").path("tiles").get(0).asText()).contains("{z}/{y}/{x}");
    OGC.problem(404, "/collections/units/tiles");
    OGC.problem(404, "/collections/parcels/tiles/WorldCRS84Quad");
    OGC.problem(404, "/collections/parcels/tiles/WebMercatorQuad/3/9/1");
    OGC.problem(404, "/collections/parcels/tiles/WebMercatorQuad/x/1/1");
    assertThat(OGC.get("/collections/parcels/tiles/WebMercatorQuad/14/0/0").body()).isEmpty();
  }

  @Test
  void theStyleHasTheOfficialColours() throws Exception {
    String colours = OGC.json("/styles/current").path("layers").get(0).path("paint").path("fill-color").toString();
    for (JsonNode each : JSON.readTree(OGC.get(OGC.server() + "/api/classes").body())) {
      assertThat(colours).contains("\"" + each.path("code").asText() + "\",\"" + each.path("color").asText() + "\"");
    }
  }

  private static String run(String... command) throws Exception {
    Path err = Files.createTempFile("gdal", ".err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output + Files.readString(err)).isZero();
    return output;
  }
}
