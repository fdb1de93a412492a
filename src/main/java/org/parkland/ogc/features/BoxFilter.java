package org.parkland.ogc.features;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.ogc.crs.Boxes;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.items.Item;

/**
 * The parameter {@code bbox}: items whose shape meets the box in the system of the box.
 *
 * @param boxes east before north; two where the box crosses the 180th meridian
 */
record BoxFilter(NamedCrs crs, List<Envelope> boxes) {
  private static final double HALF_TURN = 180;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** @throws OgcProblem if it is not four or six numbers in their order */
  static BoxFilter read(String text, NamedCrs crs) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw wrong(text, "has " + parts.length + " numbers instead of 4 or 6");
    }
    int half = parts.length / 2;
    double[] low = {number(text, parts[0]), number(text, parts[1])};
    double[] high = {number(text, parts[half]), number(text, parts[half + 1])};
    int east = crs.northFirst() ? 1 : 0;
    if (low[1 - east] > high[1 - east] || low[east] > high[east] && !crs.crs().isGeographic()) {
      throw wrong(text, "has a lower corner above the upper one");
    }
    return low[east] <= high[east] ? new BoxFilter(crs, List.of(box(low[east], high[east], low, high, east)))
        : new BoxFilter(crs, List.of(box(low[east], HALF_TURN, low, high, east),
            box(-HALF_TURN, high[east], low, high, east)));
  }

  private static Envelope box(double west, double eastEnd, double[] low, double[] high, int east) {
    return new Envelope(west, eastEnd, low[1 - east], high[1 - east]);
  }

  private static double number(String text, String part) {
    try {
      double number = Double.parseDouble(part.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number without end is
    }
    throw wrong(text, "has '" + part + "', which is no number");
  }

  private static OgcProblem wrong(String text, String how) {
    return OgcProblem.badParameter("bbox", "'" + text + "' " + how
        + "; write the lower corner and the upper one in the order of axes of bbox-crs");
  }

  /** In degrees, for searching; a box outside of what its system can express finds nothing. */
  List<Envelope> windows() {
    return boxes.stream().map(each -> Boxes.around(each, crs.crs(), NamedCrs.CRS84.crs()))
        .filter(each -> each != null).toList();
  }

  boolean meets(Item item) {
    try {
      Geometry shape = item.shape(crs.crs());
      return boxes.stream().anyMatch(each -> each.contains(shape.getEnvelopeInternal())
          || each.intersects(shape.getEnvelopeInternal()) && FACTORY.toGeometry(each).intersects(shape));
    } catch (OutsideProjectionException e) {
      return false;
    }
  }
}
