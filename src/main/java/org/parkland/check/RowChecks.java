package org.parkland.check;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.parkland.geometry.MeanWidth;
import org.parkland.land.Attribute;
import org.parkland.land.CheckLimits;
import org.parkland.land.CheckLimits.Order;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;

/** Checks every row by itself while it is read: number, size, registered area, dates. Belongs to one thread. */
public final class RowChecks {
  private static final String REGISTERED = "registered_area_m2";

  private final Schema schema;
  private final CheckLimits limits;
  private final LocalDate asOf;
  private final FindingBook book;
  private final boolean hasRegistered;
  private final RowIds ids = new RowIds();

  /** @param asOf the day the layer describes, or null where nobody says */
  public RowChecks(Schema schema, CheckLimits limits, LocalDate asOf, FindingBook book) {
    this.schema = schema;
    this.limits = limits;
    this.asOf = asOf;
    this.book = book;
    this.hasRegistered = schema.find(REGISTERED).isPresent();
  }

  public LayerKind kind() {
    return schema.kind();
  }

  /**
   * @param row as it is stored, with a valid polygon where its layer has polygons
   * @param areaM2 ellipsoidal
   */
  public void check(Feature row, double areaM2) {
    duplicate(row);
    if (schema.kind().isPolygonal()) {
      sliver(row, areaM2);
      registered(row, areaM2);
    }
    dates(row);
  }

  /** Plots of one approval share its number, and so may the parts of a line. */
  private void duplicate(Feature row) {
    boolean unique = schema.kind() == LayerKind.PARCELS || schema.kind() == LayerKind.ZONING
        || schema.kind() == LayerKind.UNITS;
    int first = unique && row.id() != null ? ids.firstRow(row.id(), (int) row.row()) : 0;
    if (first > 0) {
      book.add("duplicate-id", row.row(), row.id(), null, Place.in(row.geometry()), "first", first);
    }
  }

  private void sliver(Feature row, double areaM2) {
    if (areaM2 > limits.sliver().smallestM2()) {
      return;
    }
    double widthM = MeanWidth.of(row.geometry(), areaM2);
    if (widthM < limits.sliver().narrowestM()) {
      book.add("sliver", row.row(), row.id(), areaM2, Place.in(row.geometry()), "width", decimals(3, widthM));
    }
  }

  private void registered(Feature row, double areaM2) {
    Double registeredM2 = hasRegistered ? row.number(REGISTERED) : null;
    if (registeredM2 == null) {
      return;
    }
    double differenceM2 = registeredM2 - areaM2;
    if (Math.abs(differenceM2) > limits.registered().areaM2()
        && Math.abs(differenceM2) > limits.registered().share() * areaM2) {
      book.add("area-registered", row.row(), row.id(), differenceM2, Place.in(row.geometry()),
          "registered", decimals(2, registeredM2), "computed", decimals(2, areaM2),
          "percent", decimals(2, 100 * differenceM2 / areaM2));
    }
  }

  private void dates(Feature row) {
    int dates = 0;
    for (Map.Entry<String, Object> each : row.attributes().entrySet()) {
      if (each.getValue() instanceof LocalDate date) {
        possible(row, each.getKey(), date);
        dates++;
      }
    }
    if (dates > 1) {
      order(row);
    }
  }

  private void order(Feature row) {
    for (Order order : limits.dates().orders()) {
      if (row.attributes().get(order.earlier()) instanceof LocalDate earlier
          && row.attributes().get(order.later()) instanceof LocalDate later && later.isBefore(earlier)) {
        Attribute first = schema.find(order.earlier()).orElseThrow();
        Attribute second = schema.find(order.later()).orElseThrow();
        book.add("date-order", row.row(), row.id(), null, Place.in(row.geometry()),
            "earlier", first.label(), "earlierEn", first.labelEn(), "earlierDate", earlier,
            "later", second.label(), "laterEn", second.labelEn(), "laterDate", later);
      }
    }
  }

  private void possible(Feature row, String name, LocalDate date) {
    CheckLimits.Dates dates = limits.dates();
    LocalDate latest = asOf == null ? LocalDate.MAX
        : dates.past().contains(name) ? asOf : asOf.plusYears(dates.latestYears());
    if (date.isBefore(dates.earliest()) || date.isAfter(latest)) {
      Attribute attribute = schema.find(name).orElseThrow();
      book.add("date-impossible", row.row(), row.id(), null, Place.in(row.geometry()), "label", attribute.label(),
          "labelEn", attribute.labelEn(), "date", date, "from", dates.earliest(), "to", latest);
    }
  }

  static String decimals(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
