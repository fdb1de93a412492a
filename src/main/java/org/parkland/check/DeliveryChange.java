package org.parkland.check;

import java.time.LocalDate;
import org.parkland.land.CheckLimits;

/** Compares a delivery with the last one of the same layer: a sudden change looks like a broken delivery. */
public final class DeliveryChange {
  private static final double HECTARE_M2 = 10_000;

  /**
   * A stored delivery.
   *
   * @param areaM2 of all its rows, ellipsoidal; 0 where the layer has no areas
   */
  public record Delivery(long snapshot, LocalDate asOf, long rows, double areaM2) {}

  private DeliveryChange() {}

  public static void tell(Delivery before, Delivery now, CheckLimits limits, FindingBook book) {
    double rows = change(before.rows(), now.rows());
    if (Math.abs(rows) > limits.changeShare()) {
      tell("count-changed", before, rows, Long.toString(before.rows()), Long.toString(now.rows()), book);
    }
    double area = change(before.areaM2(), now.areaM2());
    if (Math.abs(area) > limits.changeShare()) {
      tell("area-changed", before, area, hectares(before), hectares(now), book);
    }
  }

  private static double change(double before, double now) {
    return before > 0 ? (now - before) / before : 0;
  }

  private static String hectares(Delivery delivery) {
    return RowChecks.decimals(2, delivery.areaM2() / HECTARE_M2);
  }

  private static void tell(String code, Delivery before, double change, String was, String is, FindingBook book) {
    book.add(code, 0, null, 100 * change, null, "before", was, "now", is, "date", before.asOf(),
        "snapshot", before.snapshot());
  }
}
