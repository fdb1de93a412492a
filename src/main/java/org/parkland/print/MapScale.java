package org.parkland.print;

import java.util.Arrays;
import java.util.List;

/** The round scales a map is printed at: the n of 1:n. */
public final class MapScale {
  private static final int[] ROUND = {
      500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 500_000};

  private MapScale() {}

  /** All of them, the largest map first. */
  public static List<Integer> all() {
    return Arrays.stream(ROUND).boxed().toList();
  }

  /** The largest scale at which a ground of this size fits a frame on paper; the smallest there is if none does. */
  static int fitting(double groundWidthM, double groundHeightM, double frameWidthPt, double frameHeightPt) {
    double needed = Math.max(groundWidthM / metres(frameWidthPt), groundHeightM / metres(frameHeightPt));
    return Arrays.stream(ROUND).filter(each -> each >= needed * (1 - 1e-9)).findFirst()
        .orElse(ROUND[ROUND.length - 1]);
  }

  private static double metres(double points) {
    return points / Paper.POINTS / 1000;
  }
}
