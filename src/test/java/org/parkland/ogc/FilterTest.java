package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parkland.ogc.OgcClient.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Part 3 and CQL2 over HTTP, judged by looking at every parcel of the sample. */
class FilterTest {
  private static final OgcClient OGC = OgcClient.shared();
  private static final List<JsonNode> PARCELS = new ArrayList<>();

  @BeforeAll
  static void readAll() throws Exception {
    OGC.json("/collections/parcels/items?limit=10000&skipGeometry=true").path("features").forEach(PARCELS::add);
  }

  private static List<String> judged(Predicate<JsonNode> wanted) {
    return PARCELS.stream().filter(each -> wanted.test(each.path("properties")))
        .map(each -> each.path("id").asText()).toList();
  }

  private static void assertFinds(String filter, Predicate<JsonNode> wanted) throws Exception {
    List<String> expected = judged(wanted);
    assertThat(ids(OGC.filtered("parcels", filter))).as(filter).isEqualTo(expected).isNotEmpty();
  }

  private static Double area(JsonNode properties) {
    return properties.path("registered_area_m2").isNumber() ? properties.path("registered_area_m2").asDouble() : null;
  }

  private static String text(JsonNode properties, String name) {
    return properties.path(name).isTextual() ? properties.path(name).asText() : null;
  }

  @Test
  @DisplayName("/req/basic-cql2: comparisons, AND, OR, NOT, IS NULL, brackets")
  void basic() throws Exception {
    assertFinds("land_use = '100101'", p -> "100101".equals(text(p, "land_use")));
    assertFinds("land_use <> '100101' AND registered_area_m2 >= 20000",
        p -> !"100101".equals(text(p, "land_use")) && area(p) != null && area(p) >= 20_000);
    assertFinds("(land_use='0101' OR land_use='0201') AND NOT registered_area_m2 > 15000",
        p -> List.of("0101", "0201").contains(text(p, "land_use")) && area(p) != null && area(p) <= 15_000);
    assertFinds("contract_no IS NULL", p -> text(p, "contract_no") == null);
    assertFinds("contract_no IS NOT NULL and signed_on < DATE('2015-01-01')",
        p -> text(p, "contract_no") != null && text(p, "signed_on") != null && text(p, "signed_on").compareTo("2015-01-01") < 0);
    assertFinds("signed_on >= TIMESTAMP('2020-06-01T12:00:00Z')",
        p -> text(p, "signed_on") != null && text(p, "signed_on").compareTo("2020-06-01") >= 0);
    assertFinds("\"mortgaged\" = TRUE", p -> p.path("mortgaged").asBoolean());
    assertFinds("holder = '示例新华村股份合作经济联合社'", p -> "示例新华村股份合作经济联合社".equals(text(p, "holder")));
    assertFinds("layer = 'parcels' AND land_use > '10'", p -> text(p, "land_use") != null && text(p, "land_use").compareTo("10") > 0);
  }

  @Test
  @DisplayName("/req/advanced-comparison-operators, case-insensitive-comparison, property-property")
  void advanced() throws Exception {
    assertFinds("location LIKE '%礼乐街道%'", p -> text(p, "location") != null && text(p, "location").contains("礼乐街道"));
    assertFinds("id LIKE '440704______GB0000_'", p -> text(p, "id").matches("440704.{6}GB0000."));
    assertFinds("location NOT LIKE '%礼乐%'", p -> text(p, "location") != null && !text(p, "location").contains("礼乐"));
    assertFinds("registered_area_m2 BETWEEN 10000 AND 11000",
        p -> area(p) != null && area(p) >= 10_000 && area(p) <= 11_000);
    assertFinds("land_use IN ('0101', '1101')", p -> List.of("0101", "1101").contains(text(p, "land_use")));
    assertFinds("CASEI(id) LIKE casei('%gb0000%')", p -> text(p, "id").contains("GB0000"));
    assertFinds("registered_area_m2 > approved_area_m2", p -> area(p) != null
        && p.path("approved_area_m2").isNumber() && area(p) > p.path("approved_area_m2").asDouble());
  }

  @Test
  @DisplayName("what is not delivered passes neither a comparison nor its negation")
  void unknownValues() throws Exception {
    int known = judged(p -> text(p, "supply_mode") != null).size();
    int some = ids(OGC.filtered("parcels", "supply_mode = '出让'")).size();
    int others = ids(OGC.filtered("parcels", "NOT supply_mode = '出让'")).size();
    assertThat(some).isPositive();
    assertThat(some + others).isEqualTo(known).isLessThan(PARCELS.size());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "land_use='0101'|{\"op\":\"=\",\"args\":[{\"property\":\"land_use\"},\"0101\"]}",
      "land_use IN ('0101','0201')|{\"op\":\"in\",\"args\":[{\"property\":\"land_use\"},[\"0101\",\"0201\"]]}",
      "location LIKE '%外海%'|{\"op\":\"like\",\"args\":[{\"property\":\"location\"},\"%外海%\"]}",
      "NOT (land_use='0101' OR registered_area_m2<500)|{\"op\":\"not\",\"args\":[{\"op\":\"or\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"land_use\"},\"0101\"]},{\"op\":\"<\",\"args\":[{\"property\":\"registered_area_m2\"},500]}]}]}",
      "contract_no IS NULL AND TRUE|{\"op\":\"and\",\"args\":[{\"op\":\"isNull\",\"args\":[{\"property\":\"contract_no\"}]},true]}",
      "signed_on > DATE('2015-01-01')|{\"op\":\">\",\"args\":[{\"property\":\"signed_on\"},{\"date\":\"2015-01-01\"}]}",
      "registered_area_m2 BETWEEN 900 AND 1000|{\"op\":\"between\",\"args\":[{\"property\":\"registered_area_m2\"},900,1000]}",
      "S_INTERSECTS(geometry,BBOX(113.12,22.54,113.13,22.55))|{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[113.12,22.54,113.13,22.55]}]}",
      "S_WITHIN(geometry,POLYGON((113.12 22.54,113.14 22.54,113.14 22.56,113.12 22.54)))|{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":[[[113.12,22.54],[113.14,22.54],[113.14,22.56],[113.12,22.54]]]}]}"})
  @DisplayName("/req/cql2-text, /req/cql2-json: both languages say the same")
  void textAndJson(String text, String json) throws Exception {
    List<String> found = ids(OGC.filtered("parcels", text));
    assertThat(found).isNotEmpty().hasSizeLessThan(PARCELS.size());
    assertThat(ids(OGC.json("/collections/parcels/items?limit=10000&filter-lang=cql2-json&filter=" + OgcClient.encoded(json))))
        .isEqualTo(found);
  }

  @Test
  @DisplayName("/req/basic-spatial-functions, spatial-functions, /req/filter/filter-crs: shapes in any system offered")
  void spatial() throws Exception {
    String box = "113.12,22.54,113.13,22.55";
    List<String> expected = ids(OGC.json("/collections/parcels/items?limit=10000&bbox=" + box));
    assertThat(ids(OGC.filtered("parcels", "S_INTERSECTS(geometry, BBOX(" + box + "))"))).isEqualTo(expected);
    assertThat(ids(OGC.filtered("parcels", "S_INTERSECTS(BBOX(" + box + "), geometry)"))).isEqualTo(expected);
    assertThat(ids(OGC.filtered("parcels", "NOT S_DISJOINT(geometry, BBOX(" + box + "))"))).isEqualTo(expected);
    String turned = "22.54,113.12,22.55,113.13";
    assertThat(ids(OGC.json("/collections/parcels/items?limit=10000&filter-crs=" + OgcClient.encoded(OgcClient.EPSG + "4326")
        + "&filter=" + OgcClient.encoded("S_INTERSECTS(geometry, BBOX(" + turned + "))")))).isEqualTo(expected);
    assertThat(ids(OGC.filtered("parcels", "S_CONTAINS(geometry, POINT(113.1234 22.5432))"))).hasSizeLessThanOrEqualTo(1);
    List<String> inside = ids(OGC.filtered("parcels", "S_WITHIN(geometry, BBOX(" + box + "))"));
    assertThat(expected).containsAll(inside).hasSizeGreaterThan(inside.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"land_use", "land_use =", "land_use = 5", "nothing = 'x'", "land_use = 'x", "land_use = '1' AND",
      "S_INTERSECTS(geometry)", "S_INTERSECTS(geometry, POLYGON((1 2, 3 4)))", "S_INTERSECTS(id, POINT(1 2))",
      "registered_area_m2 > 'x'", "signed_on > DATE('nothing')", "signed_on > 'nothing'", "land_use LIKE 5",
      "land_use BETWEEN '1'", "land_use IN ()", "(land_use = '1'", "unknown_function(land_use) = '1'", "land_use = '1')",
      "1 IS NULL", "; drop table snapshot", "land_use = '1' ; x", "POLYGON((0 0", "S_WITHIN(geometry, BBOX(1,2,3))"})
  @DisplayName("/req/filter/filter-param: what cannot be understood is refused with the reason")
  void refused(String filter) throws Exception {
    JsonNode problem = OGC.problem(400, "/collections/parcels/items?filter=" + OgcClient.encoded(filter));
    assertThat(problem.path("parameter").asText()).isEqualTo("filter");
  }

  @Test
  @DisplayName("filters that ask for too much are refused")
  void limits() throws Exception {
    OGC.problem(400, "/collections/parcels/items?filter=" + OgcClient.encoded("(".repeat(500) + "land_use='1'" + ")".repeat(500)));
    OGC.problem(400, "/collections/parcels/items?filter=" + OgcClient.encoded("NOT ".repeat(500) + "land_use='1'"));
    assertThat(OGC.get("/collections/parcels/items?filter=" + OgcClient.encoded("id LIKE '" + "%a".repeat(300) + "'"))
        .statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("/req/queryables/get, sortables, queryables-query-parameters: what can be asked, and asked by name")
  void queryables() throws Exception {
    JsonNode queryables = OGC.json("/collections/parcels/queryables").path("properties");
    assertThat(queryables.fieldNames()).toIterable().contains("geometry", "id", "land_use", "registered_area_m2", "as_of");
    assertThat(queryables.path("signed_on").path("format").asText()).isEqualTo("date");
    assertThat(ids(OGC.json("/collections/parcels/items?limit=10000&land_use=0101")))
        .isEqualTo(judged(p -> "0101".equals(text(p, "land_use"))));
    assertThat(ids(OGC.json("/collections/parcels/items?limit=10000&land_use=0101&mortgaged=true&filter="
        + OgcClient.encoded("registered_area_m2>0")))).isEqualTo(
            judged(p -> "0101".equals(text(p, "land_use")) && p.path("mortgaged").asBoolean() && area(p) != null && area(p) > 0));
  }

  @Test
  @DisplayName("sorting by several keys, unknown values last, goes on across pages")
  void sorting() throws Exception {
    String query = "/collections/parcels/items?skipGeometry=true&properties=id,land_use,registered_area_m2"
        + "&filter=" + OgcClient.encoded("land_use in ('0101','1101','100101')") + "&sortby=land_use,-registered_area_m2";
    List<String> whole = ids(OGC.json(query + "&limit=10000"));
    assertThat(OGC.allIds(query + "&limit=397")).isEqualTo(whole);
    String before = "";
    double area = Double.MAX_VALUE;
    for (JsonNode each : OGC.json(query + "&limit=10000").path("features")) {
      String code = each.path("properties").path("land_use").asText();
      assertThat(code).isGreaterThanOrEqualTo(before);
      area = code.equals(before) ? area : Double.MAX_VALUE;
      assertThat(each.path("properties").path("registered_area_m2").asDouble(-1)).isLessThanOrEqualTo(area);
      area = each.path("properties").path("registered_area_m2").asDouble(-1);
      before = code;
    }
    String nulls = "/collections/parcels/items?skipGeometry=true&sortby=";
    assertThat(OGC.allIds(nulls + "-signed_on&limit=3000")).hasSize(PARCELS.size()).doesNotHaveDuplicates();
    assertThat(OGC.allIds(nulls + "signed_on&limit=3000")).hasSize(PARCELS.size()).doesNotHaveDuplicates();
    assertThat(OGC.allIds(nulls + "signed_on&limit=3000&datetime=../..")).doesNotHaveDuplicates()
        .hasSizeGreaterThan(PARCELS.size());
    assertThat(OGC.allIds("/collections/idle-cases/items?sortby=-days_overdue,parcel&limit=200")).doesNotHaveDuplicates()
        .hasSize(OGC.json("/collections/idle-cases/items").path("numberMatched").asInt());
  }

  @Test
  @DisplayName("only the properties asked for")
  void properties() throws Exception {
    JsonNode item = OGC.json("/collections/parcels/items?limit=1&properties=id,land_use").path("features").get(0);
    assertThat(item.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrder("id", "land_use");
    assertThat(item.path("geometry").path("type").asText()).isEqualTo("Polygon");
  }
}
