package org.parkland.idle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Geometry;
import org.parkland.land.Feature;
import org.parkland.land.IdlePolicy;
import org.parkland.pack.IdlePolicies;

/** Sites for tests: a good one, and what a test changes about it. */
final class Sites {
  static final LocalDate DAY = LocalDate.of(2025, 12, 31);
  static final IdlePolicy IDLE =
      IdlePolicies.read(Parcels.GIS_DATA.resolve("policies/idle.yaml"), Parcels.SCHEMA);

  private final String id;
  private final Map<String, Double> constraints = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private Map<String, Double> planned = Map.of("100101", 1.0);
  private String facts = "land_use=100101 seized=false mortgaged=false price_wan=900";
  private String standing = "signed_on=2020-01-01 start_agreed_on=2022-06-01 cause=企业";
  private Geometry geometry = Parcels.box(0, 0, 200, 150);
  private Double road = 12.0;
  private Double frontage = 200.0;

  private Sites(String id) {
    this.id = id;
    for (String kind : List.of("永久基本农田", "生态保护红线", "疑似污染地块")) {
      constraints.put(kind, 0.0);
    }
    constraints.put("城镇开发边界", 1.0);
  }

  /** Idle for more than two years, planned for industry, well shaped, by the road, unencumbered. */
  static Sites good(String id) {
    return new Sites(id);
  }

  Sites facts(String changed) {
    this.facts = changed;
    return this;
  }

  Sites standing(String changed) {
    this.standing = changed;
    return this;
  }

  Sites constraint(String kind, double share) {
    constraints.put(kind, share);
    return this;
  }

  Sites planned(String code, double share) {
    this.planned = Map.of(code, share);
    return this;
  }

  Sites box(double x, double y, double width, double height) {
    this.geometry = Parcels.box(x, y, width, height);
    return this;
  }

  Sites road(Double distanceM) {
    this.road = distanceM;
    return this;
  }

  Sites frontage(Double metres) {
    this.frontage = metres;
    return this;
  }

  Sites unit(String kind, String unitId) {
    units.put(kind, unitId);
    return this;
  }

  Site build() {
    Feature parcel = Parcels.of("id=" + id + " " + facts + " " + standing, geometry);
    double area = geometry.getArea();
    IdleCase idle = new IdleAssessment(IDLE, Parcels.SCHEMA, DAY, DAY).assess(parcel, area).orElse(null);
    return Site.of(parcel, area, idle, null, new Setting(planned, constraints, road, frontage, units, area));
  }

  /** Sites on a loose grid of 220 m by 170 m, of all kinds. */
  static List<Site> random(int count, long seed) {
    Random random = new Random(seed);
    List<Site> sites = new ArrayList<>();
    int columns = (int) Math.ceil(Math.sqrt(count));
    for (int i = 0; i < count; i++) {
      double width = random.nextInt(4) == 0 ? 220 : 10 + random.nextInt(200);
      double height = random.nextInt(4) == 0 ? 170 : 10 + random.nextInt(150);
      Sites site = good("P" + i).box(i % columns * 220.0, i / columns * 170.0, width, height)
          .road((double) random.nextInt(60)).planned("100101", 0.2 + 0.8 * random.nextDouble())
          .frontage((double) random.nextInt(200))
          .facts("land_use=" + (random.nextInt(10) == 0 ? "1207" : "100101") + " seized=" + (random.nextInt(9) == 0)
              + (random.nextInt(9) == 0 ? "" : " mortgaged=" + (random.nextInt(5) == 0)) + " price_wan="
              + random.nextInt(5000) + " holder=H" + random.nextInt(50));
      if (random.nextInt(8) == 0) {
        site.constraint("永久基本农田", random.nextDouble());
      }
      sites.add(site.standing("signed_on=2018-01-01 cause=企业 supply_mode=出让 start_agreed_on="
          + DAY.minusDays(400 + random.nextInt(1500))).build());
    }
    return sites;
  }
}
