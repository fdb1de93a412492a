package org.parkland.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.parkland.sink.Column;
import org.parkland.sink.FeatureWriter;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.SpatialReference;

/** The planning layers in EPSG:4547: zoning, industrial protection line, constraints. */
final class PlanLayers {
  private static final double SMALLEST_PROTECTED_M2 = 120_000;
  private static final double SMALLEST_TOWN_M2 = 150_000;
  private static final int POLLUTED_SITES = 8;
  private static final List<Column> ZONING = List.of(Column.text("DKBH", 12),
      Column.text("GHDLBM", 10), Column.text("GHDLMC", 24), Column.text("SFM0", 1),
      Column.decimal("RJL", 6, 2), Column.decimal("JZMD", 6, 1), Column.decimal("LHL", 6, 1),
      Column.decimal("JZGD", 6, 1));

  private final Skeleton skeleton;
  private final Lots lots;
  private final BlockUnion unions;
  private final long seed;
  private final GeometryFactory factory;

  PlanLayers(Skeleton skeleton, Lots lots, long seed, GeometryFactory factory) {
    this.skeleton = skeleton;
    this.lots = lots;
    this.seed = seed;
    this.factory = factory;
    this.unions = new BlockUnion(skeleton);
  }

  void writeZoning(Path file) throws IOException {
    try (FeatureWriter out = new GeoPackageWriter(
        file, "规划用地", SpatialReference.CGCS2000_CM_114E, ZONING)) {
      for (Lot lot : lots.all) {
        out.write(factory.createPolygon(lot.ring), zoningRow(lot));
      }
      int number = lots.all.size();
      for (Skeleton.Strip strip : skeleton.strips) {
        out.write(lots.borders.completed(strip.polygon(), factory), blockNumber(number++),
            StripParcels.code(strip), StripParcels.label(strip), null, null, null, null, null);
      }
    }
  }

  private static String blockNumber(int number) {
    return String.format(Locale.ROOT, "JH-%05d", number + 1);
  }

  private Object[] zoningRow(Lot lot) {
    Dice dice = new Dice(seed, 0x20E, lot.number);
    LandUse use = lot.planned;
    String m0 = use.industrial() ? lot.m0 && use == LandUse.LIGHT_INDUSTRY ? "1" : "0" : null;
    double[] limits = limits(use, dice);
    return new Object[] {blockNumber(lot.number), use.code, use.label, m0,
        value(limits, 0), value(limits, 1), value(limits, 2), value(limits, 3)};
  }

  private static Double value(double[] limits, int i) {
    return limits == null ? null : limits[i];
  }

  /** Plot ratio, building density %, green ratio %, height m; null where nothing is built. */
  private static double[] limits(LandUse use, Dice dice) {
    return switch (use.group) {
      case INDUSTRY, STORAGE -> new double[] {
          dice.pick(1.5, 2.0, 2.5, 3.0, 3.5), dice.pick(40., 45., 50., 60.),
          dice.pick(10., 15., 20.), dice.pick(36., 50., 60.)};
      case SUPPLIED -> use == LandUse.HOUSING || use == LandUse.LOW_HOUSING
          ? new double[] {dice.pick(1.8, 2.2, 2.5, 2.8, 3.0), dice.pick(22., 25., 28.),
              dice.pick(30., 35.), dice.pick(54., 80., 100.)}
          : new double[] {dice.pick(2.0, 2.5, 3.5, 4.5), dice.pick(40., 45., 50.),
              dice.pick(20., 25.), dice.pick(60., 100., 150.)};
      case PUBLIC -> use.code.startsWith("14") || use == LandUse.RESERVED ? null
          : new double[] {dice.pick(0.8, 1.0, 1.2), dice.pick(25., 30., 35.), 35, 24};
      case VILLAGE -> new double[] {1.6, 40, 20, 15};
      default -> null;
    };
  }

  /** Connected industrial blocks; those of bases and the emergency park are level one. */
  void writeProtection(Path file) throws IOException {
    List<Column> columns =
        List.of(Column.text("BH", 8), Column.text("MC", 40), Column.text("JB", 6));
    try (FeatureWriter out = new GeoPackageWriter(
        file, "工业用地保护红线", SpatialReference.CGCS2000_CM_114E, columns)) {
      int number = 0;
      for (Polygon area : unions.of(b -> share(b, lot -> lot.planned.industrial()) > 0.45,
          SMALLEST_PROTECTED_M2)) {
        number++;
        out.write(area, String.format(Locale.ROOT, "HX%03d", number), "示例工业区块" + number,
            inGoodPark(area) ? "一级" : "二级");
      }
    }
  }

  private double share(int block, Predicate<Lot> which) {
    double all = 0;
    double some = 0;
    for (Lot lot : lots.blocks.get(block).lots()) {
      all += lot.areaM2;
      some += which.test(lot) ? lot.areaM2 : 0;
    }
    return some / all;
  }

  private static boolean inGoodPark(Polygon area) {
    double x = area.getCentroid().getX();
    double y = area.getCentroid().getY();
    return Blob.covers(JianghaiFacts.SPECIAL_PARK, 1.3, x, y)
        || JianghaiFacts.BASES.stream().anyMatch(base -> Blob.covers(base, 1.3, x, y));
  }

  void writeConstraints(Path file) throws IOException {
    List<Column> columns =
        List.of(Column.text("BH", 8), Column.text("MC", 40), Column.text("LB", 16));
    try (FeatureWriter out = new GeoPackageWriter(
        file, "管控边界", SpatialReference.CGCS2000_CM_114E, columns)) {
      writeAll(out, "YJ", "永久基本农田", keptFields());
      writeAll(out, "ST", "生态保护红线", unions.of(b -> share(b,
          lot -> lot.in2025 == LandUse.FOREST) > 0.4, 10_000));
      writeAll(out, "CZ", "城镇开发边界", unions.of(b -> share(b, lot -> lot.planned.built()
          && lot.planned.group != LandUse.Group.VILLAGE || lot.planned == LandUse.PORT) > 0.5,
          SMALLEST_TOWN_M2));
      writeAll(out, "WR", "疑似污染地块", pollutedSites());
    }
  }

  private static void writeAll(FeatureWriter out, String prefix, String kind,
      List<? extends Geometry> shapes) throws IOException {
    int number = 0;
    for (Geometry shape : shapes) {
      number++;
      out.write(shape, String.format(Locale.ROOT, "%s%03d", prefix, number),
          "示例" + kind + number, kind);
    }
  }

  /** Fields of the plan, block by block, where they lie together. */
  private List<Geometry> keptFields() {
    List<Geometry> fields = new ArrayList<>();
    for (Lots.Block block : lots.blocks) {
      List<Geometry> inBlock = new ArrayList<>();
      for (Lot lot : block.lots()) {
        if ((lot.in2025 == LandUse.PADDY || lot.in2025 == LandUse.DRY)
            && lot.planned.farmland() && lot.in2020.farmland() && lot.zone > 0) {
          inBlock.add(factory.createPolygon(lot.ring));
        }
      }
      if (inBlock.size() > 1) {
        Geometry joined = CoverageUnion.union(inBlock.toArray(new Geometry[0]));
        joined.normalize();
        fields.add(joined);
      }
    }
    return fields;
  }

  private List<Geometry> pollutedSites() {
    List<Geometry> sites = new ArrayList<>();
    for (Lot lot : lots.all) {
      if (lot.in2020 == LandUse.HEAVY_INDUSTRY && sites.size() < POLLUTED_SITES
          && new Dice(seed, 0xBAD, lot.number).chance(0.15)) {
        sites.add(factory.createPolygon(lot.ring));
      }
    }
    return sites;
  }
}
