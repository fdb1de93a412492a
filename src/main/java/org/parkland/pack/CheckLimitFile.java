package org.parkland.pack;

import java.nio.file.Path;
import java.util.List;
import org.parkland.land.Attribute;
import org.parkland.land.CheckLimits;
import org.parkland.land.CheckLimits.Areas;
import org.parkland.land.CheckLimits.Dates;
import org.parkland.land.CheckLimits.Gap;
import org.parkland.land.CheckLimits.Order;
import org.parkland.land.CheckLimits.Shift;
import org.parkland.land.CheckLimits.Sliver;
import org.parkland.land.Schema;

/** What checks pass over: the part {@code check} of {@code gis-data/policies/tolerance.yaml}. */
public final class CheckLimitFile {
  private CheckLimitFile() {}

  /** @param parcels whose dates are checked */
  public static CheckLimits read(Path file, Schema parcels) {
    PolicyNode node = PolicyNode.open(file).child("check").allow("repairShare", "sliver", "registered", "gap",
        "vertexM", "outside", "changeShare", "shifted", "dates");
    PolicyNode sliver = node.child("sliver").allow("smallestM2", "narrowestM");
    PolicyNode gap = node.child("gap").allow("smallestM2", "largestM2", "reachM");
    PolicyNode shift = node.child("shifted").allow("eastM", "southM", "outsideShare", "restShare");
    return new CheckLimits(node.numberFrom(0, "repairShare"),
        new Sliver(sliver.numberFrom(0, "smallestM2"), sliver.numberFrom(0, "narrowestM")),
        areas(node.child("registered")),
        new Gap(gap.numberFrom(0, "smallestM2"), gap.numberFrom(0, "largestM2"), gap.numberFrom(0, "reachM")),
        node.numberFrom(0, "vertexM"), areas(node.child("outside")), node.numberFrom(0, "changeShare"),
        new Shift(shift.number("eastM"), shift.number("southM"), shift.numberFrom(0, "outsideShare"),
            shift.numberFrom(0, "restShare")),
        dates(node.child("dates"), parcels));
  }

  private static Areas areas(PolicyNode node) {
    node.allow("areaM2", "share");
    return new Areas(node.numberFrom(0, "areaM2"), node.numberFrom(0, "share"));
  }

  private static Dates dates(PolicyNode node, Schema parcels) {
    node.allow("earliest", "latestYears", "order", "past");
    List<Order> orders = node.children("order").stream().map(pair -> order(node, pair, parcels)).toList();
    return new Dates(node.date("earliest"), node.wholeAbove(0, "latestYears"), orders,
        node.attributes("past", parcels, Attribute.Type.DATE));
  }

  private static Order order(PolicyNode node, PolicyNode pair, Schema parcels) {
    List<String> names = pair.items();
    if (names.size() != 2 || !names.stream().allMatch(each -> parcels.find(each).map(Attribute::type)
        .filter(Attribute.Type.DATE::equals).isPresent())) {
      throw node.bad("order", names + " are no two dates of parcels", "write two names from standards/fields.yaml");
    }
    return new Order(names.get(0), names.get(1));
  }
}
