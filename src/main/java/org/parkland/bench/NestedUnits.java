package org.parkland.bench;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.parkland.land.Unit;

/**
 * Towns, counties and provinces of a made-up country, each level made up of whole units of the one below and
 * sharing their borders vertex by vertex. EPSG:4547, metres; the towns of {@link Mesh}'s extent lie in its corner.
 */
public final class NestedUnits {
  /** Border vertices along one side of a town. */
  private static final int STEPS = 15;
  private static final int COUNTY_COLUMNS = 3;
  private static final int COUNTY_ROWS = 4;
  /** Counties along each side of a province. */
  private static final int PROVINCE = 10;

  private final GeometryFactory factory = new GeometryFactory();
  private final int side;
  private final double stepM;

  /**
   * @param side towns along each side of the country
   * @param townM length of a town's side, metres
   */
  public NestedUnits(int side, double townM) {
    this.side = side;
    this.stepM = townM / STEPS;
  }

  /** 40,000 towns, 3,350 counties and 20 regions over the land of {@link Mesh}. */
  public static NestedUnits ofTheMesh() {
    return new NestedUnits(200, Mesh.extent().getWidth() / 200);
  }

  /** All units: {@code side}² towns first, then the counties and provinces they make up. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    addLevel(units, "town", 1, 1);
    addLevel(units, "county", COUNTY_COLUMNS, COUNTY_ROWS);
    addLevel(units, "province", COUNTY_COLUMNS * PROVINCE, COUNTY_ROWS * PROVINCE);
    return units;
  }

  private void addLevel(List<Unit> units, String kind, int columns, int rows) {
    for (int row = 0; row < side; row += rows) {
      for (int column = 0; column < side; column += columns) {
        String id = kind + " " + row + "-" + column;
        units.add(new Unit(id, kind, id, null,
            block(column, row, Math.min(side, column + columns), Math.min(side, row + rows))));
      }
    }
  }

  private Polygon block(int west, int south, int east, int north) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = west * STEPS; i < east * STEPS; i++) {
      ring.add(node(i, south * STEPS));
    }
    for (int j = south * STEPS; j < north * STEPS; j++) {
      ring.add(node(east * STEPS, j));
    }
    for (int i = east * STEPS; i > west * STEPS; i--) {
      ring.add(node(i, north * STEPS));
    }
    for (int j = north * STEPS; j > south * STEPS; j--) {
      ring.add(node(west * STEPS, j));
    }
    ring.add(ring.get(0).copy());
    return factory.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private Coordinate node(long i, long j) {
    return new Coordinate(Mesh.EAST + (i + 0.3 * noise(i, j, 3)) * stepM, Mesh.NORTH + (j + 0.3 * noise(i, j, 4)) * stepM);
  }

  private static double noise(long i, long j, int salt) {
    return Mesh.hash(i << 32 ^ j, salt, 1) * 0x1p-63;
  }
}
