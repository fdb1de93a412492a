package org.parkland.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long each of many calls took. */
final class Timings {
  private static final double NINETY_NINTH = 0.99;
  private static final double MEDIAN = 0.5;

  private final List<Double> seconds = new ArrayList<>();
  private double total;

  <T> T time(Supplier<T> call) {
    long start = System.nanoTime();
    T answer = call.get();
    double took = (System.nanoTime() - start) / 1e9;
    seconds.add(took);
    total += took;
    return answer;
  }

  /** Takes in the calls of another, which stand for so many seconds. */
  void add(Timings other, double standsForSeconds) {
    seconds.addAll(other.seconds);
    total += standsForSeconds;
  }

  double totalSeconds() {
    return total;
  }

  double p99Ms() {
    return quantileMs(NINETY_NINTH);
  }

  double medianMs() {
    return quantileMs(MEDIAN);
  }

  private double quantileMs(double share) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) * 1000;
  }

  void put(Map<String, Object> result, String name) {
    result.put(name + "PerSecond", seconds.size() / total);
    result.put(name + "P99Ms", p99Ms());
  }
}
