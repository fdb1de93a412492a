package org.parkland.demo;

/**
 * Seeded chance (SplitMix64). Every block, lot and parcel throws its own dice, made from the seed
 * and its number, so that a change in one place does not shift the chance of all others.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed, long... keys) {
    state = mix(seed + GOLDEN_GAMMA);
    for (long key : keys) {
      state = mix(state ^ mix(key * GOLDEN_GAMMA + 1));
    }
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /** Uniform in [0, 1). */
  double next() {
    state += GOLDEN_GAMMA;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * next();
  }

  int below(int bound) {
    return (int) (next() * bound);
  }

  boolean chance(double probability) {
    return next() < probability;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }
}
