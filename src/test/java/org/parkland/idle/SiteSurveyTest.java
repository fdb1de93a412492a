package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.land.Feature;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Unit;

class SiteSurveyTest {
  private static final RedLinePolicy RED_LINE = new RedLinePolicy("p", "p", "p", List.of("1001"), List.of("10"), 0.3,
      "leading-use", "test", LocalDate.of(2021, 1, 1));
  private static final Feature PARCEL = Parcels.of("land_use=100101", Parcels.box(0, 0, 100, 100));

  private static Feature block(String use, Geometry geometry) {
    return new Feature(1, geometry, Map.of("land_use", use), Map.of());
  }

  private static Feature constraint(String kind, Geometry geometry) {
    return new Feature(1, geometry, Map.of("kind", kind), Map.of());
  }

  @Test
  void sharesDistancesAndUnits() throws ParseException {
    Geometry road = new WKTReader().read("LINESTRING (-50 110, 300 110)");
    SiteSurvey survey = new SiteSurvey(
        List.of(block("100101", Parcels.box(0, 0, 75, 100)), block("1207", Parcels.box(75, 0, 50, 100))),
        List.of(constraint("永久基本农田", Parcels.box(90, 0, 100, 100)), constraint("生态保护红线", Parcels.box(900, 0, 9, 9))),
        List.of(road),
        List.of(new Unit("B1", "base", "甲", null, Parcels.box(-10, -10, 50, 200)),
            new Unit("B2", "base", "乙", null, Parcels.box(40, -10, 500, 200))),
        RED_LINE, 20);
    Setting setting = survey.of(PARCEL, 10_000);
    assertThat(setting.plannedFor(List.of("1001"))).isCloseTo(0.75, within(1e-9));
    assertThat(setting.constraints().get("永久基本农田")).isCloseTo(0.1, within(1e-9));
    assertThat(setting.constraints()).containsEntry("生态保护红线", 0.0).doesNotContainKey("疑似污染地块");
    assertThat(setting.roadDistanceM()).isCloseTo(10, within(1e-9));
    assertThat(setting.frontageM()).isCloseTo(120, within(1e-6));
    assertThat(setting.units()).containsEntry("base", "B2");
    assertThat(setting.redLineM2()).isEqualTo(10_000);
  }

  @Test
  void layersThatWereNotDeliveredLeaveItUnknown() {
    Setting setting = new SiteSurvey(null, List.of(), null, List.of(), RED_LINE, 20).of(PARCEL, 10_000);
    assertThat(setting.planned()).isNull();
    assertThat(setting.roadDistanceM()).isNull();
    assertThat(setting.frontageM()).isNull();
    assertThat(setting.constraints()).isEmpty();
  }
}
