package org.parkland.idle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parkland.land.RankingPolicy;
import org.parkland.land.RankingPolicy.Criterion;
import org.parkland.land.Words;

/**
 * Sites in the order of their score, with the part of each criterion and the stability of each place.
 *
 * <p>score = Σ weight·points / Σ weight, 0–10. Equal scores keep the order in which the sites were given, so give
 * them in the order of their parcel numbers.
 */
public final class Ranking {
  private final RankingPolicy policy;
  private final List<Site> sites;
  private final Double[] figures;
  private final double[] points;
  private final double[] weights;
  private final double[] scores;
  private final int[] order;
  private final int[] timesOnTop;

  private Ranking(RankingPolicy policy, List<Site> sites, Double[] figures, double[] points, double[] weights) {
    this.policy = policy;
    this.sites = sites;
    this.figures = figures;
    this.points = points;
    this.weights = weights;
    this.scores = Stability.scores(points, weights);
    this.order = byScore();
    this.timesOnTop = new Stability(points, scores, weights, policy.stability()).timesOnTop();
  }

  /**
   * One criterion's part in a score.
   *
   * @param figure null if unknown
   * @param points 0–10
   * @param part what it adds to the score; the parts of a place add up to its score
   */
  public record Part(String key, Words title, Double figure, String unit, double points, double part) {}

  /**
   * A place.
   *
   * @param rank from 1
   * @param stability share (0–1) of the variations of the weights in which it is among the first
   */
  public record Place(int rank, Site site, double score, double stability, List<Part> parts) {
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("rank", rank);
      json.put("parcel", site.parcel());
      json.put("areaM2", site.areaM2());
      json.put("score", score);
      json.put("stability", stability);
      json.put("parts", parts.stream().map(Place::json).toList());
      return json;
    }

    private static Map<String, Object> json(Part part) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("key", part.key());
      json.put("title", part.title().zh());
      json.put("titleEn", part.title().en());
      json.put("figure", part.figure() == null || part.figure().isInfinite() ? null : part.figure());
      json.put("unit", part.unit());
      json.put("points", part.points());
      json.put("part", part.part());
      return json;
    }
  }

  /** By the policy's own weights. */
  public static Ranking of(List<Site> sites, RankingPolicy policy) {
    return of(sites, policy, policy.weights());
  }

  /**
   * @param weights in the order of the policy's criteria, none negative, not all 0
   * @throws IllegalArgumentException if they are not
   */
  public static Ranking of(List<Site> sites, RankingPolicy policy, double[] weights) {
    if (weights.length != policy.criteria().size() || Arrays.stream(weights).anyMatch(each -> !(each >= 0))
        || Arrays.stream(weights).sum() <= 0) {
      throw new IllegalArgumentException("weights must be one for each criterion, from 0, and not all 0");
    }
    Double[] figures = figures(sites, policy);
    return new Ranking(policy, List.copyOf(sites), figures, points(figures, policy), weights.clone());
  }

  /** The same sites and points under other weights: what a slider asks for. */
  public Ranking with(double[] changed) {
    return new Ranking(policy, sites, figures, points, changed.clone());
  }

  private static Double[] figures(List<Site> sites, RankingPolicy policy) {
    int criteria = policy.criteria().size();
    Figures reader = new Figures(policy);
    Double[] figures = new Double[sites.size() * criteria];
    IntStream.range(0, sites.size()).parallel().forEach(site -> {
      for (int c = 0; c < criteria; c++) {
        figures[site * criteria + c] = reader.of(policy.criteria().get(c).figure(), sites.get(site));
      }
    });
    return figures;
  }

  private static double[] points(Double[] figures, RankingPolicy policy) {
    int criteria = policy.criteria().size();
    double[] points = new double[figures.length];
    Arrays.setAll(points, i -> {
      Criterion criterion = policy.criteria().get(i % criteria);
      return figures[i] == null ? criterion.missing() : criterion.curve().at(figures[i]);
    });
    return points;
  }

  private int[] byScore() {
    return IntStream.range(0, sites.size()).boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a])).mapToInt(Integer::intValue).toArray();
  }

  public int size() {
    return sites.size();
  }

  /** Places from {@code offset} (0 is the first), at most {@code limit} of them. */
  public List<Place> page(int offset, int limit) {
    List<Place> page = new ArrayList<>();
    for (int i = offset; i < Math.min(sites.size(), offset + limit); i++) {
      page.add(place(i));
    }
    return page;
  }

  private Place place(int rank) {
    int site = order[rank];
    return new Place(rank + 1, sites.get(site), scores[site],
        (double) timesOnTop[site] / policy.stability().variations(), parts(site));
  }

  private List<Part> parts(int site) {
    double sum = Arrays.stream(weights).sum();
    List<Part> parts = new ArrayList<>();
    for (int c = 0; c < weights.length; c++) {
      int at = site * weights.length + c;
      Criterion criterion = policy.criteria().get(c);
      parts.add(new Part(criterion.key(), criterion.title(), figures[at], criterion.unit(), points[at],
          weights[c] * points[at] / sum));
    }
    return parts;
  }
}
