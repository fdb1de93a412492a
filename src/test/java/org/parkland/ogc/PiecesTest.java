package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Pieces as items say the same as the figures. */
class PiecesTest {
  private static final OgcClient OGC = OgcClient.shared();

  @Test
  void piecesOfAUnitAddUpToItsBalance() throws Exception {
    Map<String, Double> sums = new TreeMap<>();
    read("&unit=Z1").forEach(each -> sums.merge(each.path("properties").path("land_use").asText("?"),
        each.path("properties").path("area_m2").asDouble(), Double::sum));
    JsonNode rows = OGC.json(OGC.server() + "/api/landuse?unit=Z1").path("unit").path("landUse");
    assertThat(rows).isNotEmpty();
    rows.forEach(row -> assertThat(sums.get(row.path("code").asText("?")))
        .isCloseTo(row.path("areaM2").asDouble(), within(0.001)));
    assertThat(sums).hasSize(rows.size());
  }

  /** What the database sorts out beforehand, and the box of a unit, must not take a piece away. */
  @Test
  void aFilterLeavesThePiecesThatMeetIt() throws Exception {
    List<JsonNode> all = read("");
    String parcel = all.get(all.size() / 2).path("properties").path("parcel").asText();
    same(all, "unit = 'Z2'", each -> each.path("unit").asText().equals("Z2"));
    same(all, "parcel = '" + parcel + "'", each -> each.path("parcel").asText().equals(parcel));
    same(all, "land_use LIKE '10%' AND unit = 'Z1'",
        each -> each.path("land_use").asText().startsWith("10") && each.path("unit").asText().equals("Z1"));
    same(all, "unit = 'Z1' OR parcel = '" + parcel + "'",
        each -> each.path("unit").asText().equals("Z1") || each.path("parcel").asText().equals(parcel));
    String use = all.get(all.size() / 2).path("properties").path("land_use").asText();
    same(all, "land_use IN ('" + use + "', '0') AND NOT (unit = 'Z1')",
        each -> each.path("land_use").asText().equals(use) && !each.path("unit").asText().equals("Z1"));
    same(all, "area_m2 > 50000 AND share < 0.5",
        each -> each.path("area_m2").asDouble() > 50_000 && each.path("share").asDouble() < 0.5);
    assertThat(read("&unit=nowhere")).isEmpty();
  }

  private static void same(List<JsonNode> all, String filter, Predicate<JsonNode> passes) throws Exception {
    List<String> wanted = all.stream().filter(each -> passes.test(each.path("properties"))).map(PiecesTest::id).toList();
    assertThat(wanted).as(filter).isNotEmpty();
    assertThat(read("&filter=" + OgcClient.encoded(filter)).stream().map(PiecesTest::id)).as(filter).containsExactlyElementsOf(wanted);
  }

  private static String id(JsonNode piece) {
    return piece.path("id").asText();
  }

  private static List<JsonNode> read(String parameters) throws Exception {
    List<JsonNode> pieces = new ArrayList<>();
    String next = "/collections/pieces/items?limit=10000&skipGeometry=true" + parameters;
    while (next != null) {
      JsonNode page = OGC.json(next);
      page.path("features").forEach(pieces::add);
      next = OgcClient.link(page, "next", null);
    }
    return pieces;
  }
}
