package org.parkland.idle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parkland.land.Project;

/**
 * Sites shared among projects: each project gets one of its offers or none, each site goes to one project at most.
 *
 * <p>As many projects as possible are served, and among such ways the sum of the scores is greatest. Projects that
 * compete for sites, directly or through others, are solved together, exactly by branch and bound within the steps
 * allowed; a group that needs more keeps the best found, at least as good as the greedy one, and is not exact.
 *
 * @param chosen offers that are given, in the order of the projects
 * @param unserved projects that got none
 * @param exact whether no better way exists among the offers
 */
public record Assignment(List<Offer> chosen, List<Project> unserved, boolean exact) {
  /** Worth of being served at all; above the greatest sum of score differences a group can hold. */
  private static final double SERVED = 1e6;

  /** Nothing given yet. */
  static Assignment none(List<Project> projects) {
    return new Assignment(List.of(), List.copyOf(projects), true);
  }

  /** @param offers one short list for each project, in their order */
  static Assignment of(List<Project> projects, List<List<Offer>> offers, int steps) {
    Map<Integer, Offer> given = new TreeMap<>();
    boolean exact = true;
    for (List<Integer> group : rivals(offers)) {
      Search search = new Search(group.stream().map(offers::get).toList(), steps);
      search.run();
      exact &= search.isComplete();
      for (int i = 0; i < group.size(); i++) {
        if (search.best[i] != null) {
          given.put(group.get(i), search.best[i]);
        }
      }
    }
    List<Project> unserved = new ArrayList<>();
    for (int i = 0; i < projects.size(); i++) {
      if (!given.containsKey(i)) {
        unserved.add(projects.get(i));
      }
    }
    return new Assignment(List.copyOf(given.values()), unserved, exact);
  }

  Set<String> takenParcels() {
    Set<String> taken = new HashSet<>();
    chosen.forEach(offer -> taken.addAll(offer.place().parcels()));
    return taken;
  }

  /** With what a further round gave to projects that went empty. */
  Assignment and(Assignment round, List<Project> projects) {
    List<Offer> all = new ArrayList<>(chosen);
    all.addAll(round.chosen);
    all.sort(Comparator.comparingInt(offer -> projects.indexOf(offer.project())));
    return new Assignment(all, round.unserved, false);
  }

  /** Projects whose offers share sites, directly or through others. */
  private static List<List<Integer>> rivals(List<List<Offer>> offers) {
    Map<String, Set<Integer>> wanting = new HashMap<>();
    for (int i = 0; i < offers.size(); i++) {
      for (Offer offer : offers.get(i)) {
        for (String parcel : offer.place().parcels()) {
          wanting.computeIfAbsent(parcel, key -> new HashSet<>()).add(i);
        }
      }
    }
    List<List<Integer>> groups = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int first = 0; first < offers.size(); first++) {
      if (seen.add(first)) {
        groups.add(groupOf(first, offers, wanting, seen));
      }
    }
    return groups;
  }

  private static List<Integer> groupOf(int first, List<List<Offer>> offers, Map<String, Set<Integer>> wanting,
      Set<Integer> seen) {
    List<Integer> group = new ArrayList<>(List.of(first));
    for (int i = 0; i < group.size(); i++) {
      offers.get(group.get(i)).stream().flatMap(offer -> offer.place().parcels().stream())
          .flatMap(parcel -> wanting.get(parcel).stream()).sorted().filter(seen::add).forEach(group::add);
    }
    return group;
  }

  /** Branch and bound over one group, those with the fewest offers first. */
  private static final class Search {
    private final List<List<Offer>> offers;
    private final List<Integer> order;
    private final double[] bestLeft;
    private final Set<String> taken = new HashSet<>();
    private final Offer[] current;
    private final Offer[] best;
    private double bestWorth = -1;
    private long stepsLeft;

    Search(List<List<Offer>> offers, int steps) {
      this.offers = offers;
      this.stepsLeft = steps;
      this.current = new Offer[offers.size()];
      this.best = new Offer[offers.size()];
      this.order = new ArrayList<>();
      for (int i = 0; i < offers.size(); i++) {
        order.add(i);
      }
      order.sort(Comparator.comparingInt(i -> offers.get(i).size()));
      this.bestLeft = new double[offers.size() + 1];
      for (int depth = offers.size() - 1; depth >= 0; depth--) {
        bestLeft[depth] = bestLeft[depth + 1] + offers.get(order.get(depth)).stream()
            .mapToDouble(Search::worth).max().orElse(0);
      }
    }

    private static double worth(Offer offer) {
      return SERVED + offer.score();
    }

    boolean isComplete() {
      return stepsLeft > 0;
    }

    void run() {
      greedy();
      branch(0, 0);
    }

    /** The highest scores first, as long as their sites are free. */
    private void greedy() {
      record Bid(int project, Offer offer) {}

      List<Bid> bids = new ArrayList<>();
      for (int i = 0; i < offers.size(); i++) {
        int project = i;
        offers.get(i).forEach(offer -> bids.add(new Bid(project, offer)));
      }
      bids.sort(Comparator.comparingDouble((Bid bid) -> bid.offer().score()).reversed());
      bestWorth = 0;
      for (Bid bid : bids) {
        if (best[bid.project()] == null && isFree(bid.offer())) {
          best[bid.project()] = bid.offer();
          bestWorth += worth(bid.offer());
          taken.addAll(bid.offer().place().parcels());
        }
      }
      taken.clear();
    }

    private boolean isFree(Offer offer) {
      return offer.place().parcels().stream().noneMatch(taken::contains);
    }

    private void branch(int depth, double worth) {
      if (stepsLeft <= 0 || worth + bestLeft[depth] <= bestWorth) {
        return;
      }
      stepsLeft--;
      if (depth == order.size()) {
        bestWorth = worth;
        System.arraycopy(current, 0, best, 0, best.length);
        return;
      }
      int project = order.get(depth);
      for (Offer offer : offers.get(project)) {
        if (isFree(offer)) {
          current[project] = offer;
          taken.addAll(offer.place().parcels());
          branch(depth + 1, worth + worth(offer));
          offer.place().parcels().forEach(taken::remove);
        }
      }
      current[project] = null;
      branch(depth + 1, worth);
    }
  }
}
