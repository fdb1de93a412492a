package org.parkland.idle;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.parkland.land.RankingPolicy;

/**
 * Counts how often each site is among the first while the weights vary.
 *
 * <p>Trying every site in every variation costs sites × variations × criteria. Most sites can never be among the
 * first: they lie behind enough leaders whatever the weights within the spread. These are set aside first, by an
 * exact bound, and only the others are tried. Equal scores go to the site given first.
 */
final class Stability {
  /** Leaders that sites are compared with; more set aside more sites and cost more comparisons. */
  private static final int LEADERS = 48;
  /** Keeps rounding from setting a site aside wrongly; points are at most 10. */
  private static final double ROUNDING = 1e-9;

  private final double[] points;
  private final double[] scores;
  private final double[] weights;
  private final RankingPolicy.Stability rule;
  private final int criteria;

  /** @param points row by row: site × criteria + criterion */
  Stability(double[] points, double[] scores, double[] weights, RankingPolicy.Stability rule) {
    this.points = points;
    this.scores = scores;
    this.rule = rule;
    this.criteria = weights.length;
    double sum = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  static double[] scores(double[] points, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    double[] scores = new double[points.length / weights.length];
    Arrays.setAll(scores, site -> dot(points, site * weights.length, weights) / sum);
    return scores;
  }

  private static double dot(double[] points, int from, double[] weights) {
    double sum = 0;
    for (int c = 0; c < weights.length; c++) {
      sum += points[from + c] * weights[c];
    }
    return sum;
  }

  int[] timesOnTop() {
    int[] contenders = contenders();
    double[] rows = rowsOf(contenders);
    double[][] varied = variedWeights();
    int[][] tops = IntStream.range(0, rule.variations()).parallel()
        .mapToObj(variation -> top(rows, varied[variation], rule.top())).toArray(int[][]::new);
    int[] times = new int[scores.length];
    for (int[] top : tops) {
      for (int contender : top) {
        times[contenders[contender]]++;
      }
    }
    return times;
  }

  private double[][] variedWeights() {
    SplittableRandom random = new SplittableRandom(rule.seed());
    double[][] varied = new double[rule.variations()][criteria];
    for (double[] row : varied) {
      Arrays.setAll(row, c -> weights[c] * (1 + rule.spread() * (2 * random.nextDouble() - 1)));
    }
    return varied;
  }

  /** Sites that fewer than {@code top} leaders outdo under all weights of the spread, in their order. */
  private int[] contenders() {
    int[] leaders = leaders();
    return IntStream.range(0, scores.length).parallel().filter(site -> mayLead(site, leaders)).toArray();
  }

  private int[] leaders() {
    return best(scores, Math.min(LEADERS + rule.top(), scores.length));
  }

  private boolean mayLead(int site, int[] leaders) {
    int outdone = 0;
    for (int leader : leaders) {
      if (isAlwaysBehind(site, leader) && ++outdone >= rule.top()) {
        return false;
      }
    }
    return true;
  }

  /** The greatest lead the site can have over the leader, over all weights of the spread, is negative. */
  private boolean isAlwaysBehind(int site, int leader) {
    double lead = 0;
    for (int c = 0; c < criteria; c++) {
      double difference = points[site * criteria + c] - points[leader * criteria + c];
      lead += weights[c] * (difference + rule.spread() * Math.abs(difference));
    }
    return lead < -ROUNDING;
  }

  private double[] rowsOf(int[] sites) {
    double[] rows = new double[sites.length * criteria];
    for (int i = 0; i < sites.length; i++) {
      System.arraycopy(points, sites[i] * criteria, rows, i * criteria, criteria);
    }
    return rows;
  }

  private static int[] top(double[] rows, double[] weights, int count) {
    int sites = rows.length / weights.length;
    double[] scores = new double[sites];
    for (int i = 0; i < sites; i++) {
      scores[i] = dot(rows, i * weights.length, weights);
    }
    return best(scores, Math.min(count, sites));
  }

  /** The highest scores, best first, the earlier of equal ones first. One pass; cheap while the count is small. */
  static int[] best(double[] scores, int count) {
    int[] best = new int[count];
    int held = 0;
    for (int i = 0; i < scores.length; i++) {
      if (held == count && (count == 0 || scores[i] <= scores[best[count - 1]])) {
        continue;
      }
      int place = held < count ? held++ : count - 1;
      while (place > 0 && scores[best[place - 1]] < scores[i]) {
        best[place] = best[place - 1];
        place--;
      }
      best[place] = i;
    }
    return best;
  }
}
