package org.parkland.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.idle.IdleAssessment;
import org.parkland.idle.Setting;
import org.parkland.idle.Site;
import org.parkland.land.Feature;
import org.parkland.land.IdlePolicy;
import org.parkland.land.Schema;

/** Idle sites on a loose grid of 220 m by 170 m, a quarter of them touching a neighbour, from a seed. */
record SiteMesh(IdlePolicy policy, Schema parcels, LocalDate day, long seed) {
  private static final GeometryFactory PLANE = new GeometryFactory();
  private static final int COLUMN_M = 220;
  private static final int ROW_M = 170;

  List<Site> sites(int count) {
    Random random = new Random(seed);
    IdleAssessment ladder = new IdleAssessment(policy, parcels, day, day);
    List<Site> sites = new ArrayList<>();
    int columns = (int) Math.ceil(Math.sqrt(count));
    for (int i = 0; i < count; i++) {
      sites.add(site("P" + i, i % columns, i / columns, random, ladder));
    }
    return sites;
  }

  private Site site(String id, int column, int row, Random random, IdleAssessment ladder) {
    double width = random.nextInt(4) == 0 ? COLUMN_M : 10 + random.nextInt(COLUMN_M - 20);
    double height = random.nextInt(4) == 0 ? ROW_M : 10 + random.nextInt(ROW_M - 20);
    double west = column * (double) COLUMN_M;
    double south = row * (double) ROW_M;
    Geometry shape = PLANE.toGeometry(new Envelope(west, west + width, south, south + height));
    Feature parcel = new Feature(1, shape, attributes(id, random), Map.of());
    Setting setting = new Setting(Map.of("100101", 0.2 + 0.8 * random.nextDouble()), Map.of(),
        (double) random.nextInt(60), (double) random.nextInt(200), Map.of("base", "B" + (1 + random.nextInt(6))),
        shape.getArea());
    return Site.of(parcel, shape.getArea(), ladder.assess(parcel, shape.getArea()).orElseThrow(), null, setting);
  }

  private Map<String, Object> attributes(String id, Random random) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", id);
    values.put("land_use", "100101");
    values.put("holder", "H" + random.nextInt(50));
    values.put("cause", "企业");
    values.put("price_wan", (double) random.nextInt(5_000));
    values.put("seized", random.nextInt(9) == 0);
    values.put("mortgaged", random.nextInt(5) == 0);
    values.put("signed_on", LocalDate.of(2018, 1, 1));
    values.put("start_agreed_on", day.minusDays(400 + random.nextInt(1_500)));
    return values;
  }
}
