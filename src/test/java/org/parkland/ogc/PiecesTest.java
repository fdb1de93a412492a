package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pieces as items say the same as the figures. */
class PiecesTest {
  private static final OgcClient OGC = OgcClient.shared();

  @Test
  void piecesOfAUnitAddUpToItsBalance() throws Exception {
    Map<String, Double> sums = new TreeMap<>();
    String next = "/collections/pieces/items?limit=10000&skipGeometry=true&unit=Z1";
    while (next != null) {
      JsonNode page = OGC.json(next);
      page.path("features").forEach(each -> sums.merge(each.path("properties").path("land_use").asText("?"),
          each.path("properties").path("area_m2").asDouble(), Double::sum));
      next = OgcClient.link(page, "next", null);
    }
    JsonNode rows = OGC.json(OGC.server() + "/api/landuse?unit=Z1").path("unit").path("landUse");
    assertThat(rows).isNotEmpty();
    rows.forEach(row -> assertThat(sums.get(row.path("code").asText("?")))
        .isCloseTo(row.path("areaM2").asDouble(), within(0.001)));
    assertThat(sums).hasSize(rows.size());
  }
}
