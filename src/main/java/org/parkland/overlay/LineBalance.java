package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Repair;
import org.parkland.land.LevelBalance;
import org.parkland.land.ProtectionBlock;

/** 占补平衡: two versions of the protection line laid over each other, level by level. */
public final class LineBalance {
  private LineBalance() {}

  /**
   * @param before blocks of the earlier version, in the CRS of the measure
   * @param after blocks of the later one; land that changes its level leaves one and enters the other
   */
  public static List<LevelBalance> between(
      List<ProtectionBlock> before, List<ProtectionBlock> after, AreaMeasure measure) {
    TreeSet<String> levels = new TreeSet<>();
    before.forEach(each -> levels.add(each.level()));
    after.forEach(each -> levels.add(each.level()));
    List<LevelBalance> balances = new ArrayList<>();
    for (String level : levels) {
      Geometry was = land(before, level);
      Geometry is = land(after, level);
      balances.add(new LevelBalance(level, measure.areaM2(was), measure.areaM2(is),
          measure.areaM2(minus(is, was)), measure.areaM2(minus(was, is))));
    }
    return balances;
  }

  private static Geometry land(List<ProtectionBlock> blocks, String level) {
    List<Geometry> members = blocks.stream().filter(each -> each.level().equals(level))
        .map(each -> Repair.of(each.geometry()).geometry()).toList();
    return members.isEmpty() ? new GeometryFactory().createPolygon()
        : OverlayNGRobust.union(new GeometryFactory().buildGeometry(members));
  }

  private static Geometry minus(Geometry from, Geometry what) {
    return OverlayNGRobust.overlay(from, what, OverlayNG.DIFFERENCE);
  }
}
