package org.parkland.bench;

import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleSupplier;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.Parcel;
import org.parkland.overlay.Overlay;
import org.parkland.overlay.PreparedUnits;

/**
 * One pass over a mesh. Parcels are made 100,000 at a time and thrown away again, so that memory does not grow with
 * their number and making them does not count; only overlaying, and summing their areas, is timed.
 */
final class OverlayRun {
  private static final int CHUNK = 100_000;

  private final PreparedUnits planar;
  private final PreparedUnits ellipsoidal;
  private final int threads;
  private final LandUseTally planarTally;
  private final LandUseTally ellipsoidalTally;
  private double floorM2;
  private double floorSeconds;
  private double planarSeconds;
  private double ellipsoidalSeconds;

  OverlayRun(PreparedUnits planar, PreparedUnits ellipsoidal, int threads) {
    this.planar = planar;
    this.ellipsoidal = ellipsoidal;
    this.threads = threads;
    this.planarTally = tally();
    this.ellipsoidalTally = tally();
  }

  OverlayRun over(Mesh mesh) {
    Iterator<Parcel> parcels = mesh.parcels();
    Parcel[] chunk = new Parcel[CHUNK];
    while (parcels.hasNext()) {
      int count = 0;
      while (count < CHUNK && parcels.hasNext()) {
        chunk[count++] = parcels.next();
      }
      measure(count == CHUNK ? chunk : Arrays.copyOf(chunk, count));
    }
    return this;
  }

  private void measure(Parcel[] parcels) {
    long start = System.nanoTime();
    floorM2 += sumOfAreas(parcels);
    long floor = System.nanoTime();
    planarTally.merge(overlay(planar, parcels));
    long plane = System.nanoTime();
    ellipsoidalTally.merge(overlay(ellipsoidal, parcels));
    long end = System.nanoTime();
    floorSeconds += (floor - start) / 1e9;
    planarSeconds += (plane - floor) / 1e9;
    ellipsoidalSeconds += (end - plane) / 1e9;
  }

  /** What nobody can undercut: looking at each parcel once and summing its area. */
  private double sumOfAreas(Parcel[] parcels) {
    DoubleSupplier sum = () -> Arrays.stream(parcels).parallel().mapToDouble(each -> each.geometry().getArea()).sum();
    if (threads == 1) {
      return Arrays.stream(parcels).mapToDouble(each -> each.geometry().getArea()).sum();
    }
    return ForkJoinPool.commonPool().submit(sum::getAsDouble).join();
  }

  private LandUseTally overlay(PreparedUnits units, Parcel[] parcels) {
    return new Overlay(units).collect(Arrays.asList(parcels).iterator(), threads, this::tally);
  }

  private LandUseTally tally() {
    return new LandUseTally(planar.units().size());
  }

  LandUseTally planarTally() {
    return planarTally;
  }

  LandUseTally ellipsoidalTally() {
    return ellipsoidalTally;
  }

  double floorSeconds() {
    return floorSeconds;
  }

  double planarSeconds() {
    return planarSeconds;
  }

  double ellipsoidalSeconds() {
    return ellipsoidalSeconds;
  }

  double floorM2() {
    return floorM2;
  }
}
