package org.parkland.idle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.parkland.idle.Reuse.Suggestion;
import org.parkland.land.MatchingPolicy;
import org.parkland.land.Project;
import org.parkland.land.Words;

/**
 * Offers sites and assemblies to projects. A place must have the area the project asks for; whatever else does not
 * fit lowers its score and is said.
 */
public final class Matching {
  private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score).reversed()
      .thenComparing(each -> String.join(" ", each.candidate().place().parcels()));

  private final MatchingPolicy policy;
  private final Fit fit;
  private final OfferWords words;
  private final Assembler assembler;
  private final List<Candidate> singles;
  private final Map<String, LocalDate> availableOn = new HashMap<>();

  private record Scored(Candidate candidate, double score) {}

  /**
   * @param sites what is on offer, usually the usable ones of the funnel
   * @param roads that keep neighbours apart where the policy says so; empty where none were delivered
   * @param reuse tells how, and so when, each site can be had
   * @param unitIndustries divisions of GB/T 4754 a unit is meant for, by unit id
   * @param today the day from which that time runs
   */
  public Matching(List<Site> sites, List<Geometry> roads, MatchingPolicy policy, Reuse reuse,
      Map<String, List<String>> unitIndustries, LocalDate today) {
    this(sites, roads, policy, reuse, unitIndustries, today, Map.of());
  }

  /** As above; {@code unitNames}, by id, say in words which base is meant. */
  public Matching(List<Site> sites, List<Geometry> roads, MatchingPolicy policy, Reuse reuse,
      Map<String, List<String>> unitIndustries, LocalDate today, Map<String, Words> unitNames) {
    this.policy = policy;
    this.fit = new Fit(policy, unitIndustries);
    this.words = new OfferWords(policy, fit, unitNames);
    this.assembler = new Assembler(sites, Adjacency.of(sites, policy.assembly(), roads), policy.assembly());
    for (Site site : sites) {
      List<Suggestion> ways = reuse.of(site);
      availableOn.put(site.parcel(), ways.isEmpty() ? null : today.plusDays(ways.get(0).way().leadDays()));
    }
    this.singles = sites.stream().map(site -> candidate(Assembly.of(List.of(site)))).toList();
  }

  private Candidate candidate(Assembly place) {
    LocalDate latest = LocalDate.MIN;
    for (Site site : place.sites()) {
      LocalDate day = availableOn.get(site.parcel());
      if (day == null) {
        return new Candidate(place, null);
      }
      latest = day.isAfter(latest) ? day : latest;
    }
    return new Candidate(place, latest);
  }

  /** The short list for one project, best first; empty if no place has its area. */
  public List<Offer> offers(Project project) {
    return shortList(project, ranked(project), Set.of());
  }

  /** The short lists of all projects, in their order; each project as if it were alone. */
  public List<List<Offer>> offers(List<Project> projects) {
    return projects.parallelStream().map(this::offers).toList();
  }

  /** Every place that has the project's area, best first. */
  private List<Scored> ranked(Project project) {
    Stream<Candidate> assemblies = assembler.assemble(project.areaMuMin() * Amount.M2_PER_MU,
        project.areaMuMax() * Amount.M2_PER_MU).stream().map(this::candidate);
    Stream<Candidate> fitting = singles.stream().filter(each -> each.isWithinArea(project));
    return Stream.concat(fitting, assemblies).map(place -> new Scored(place, fit.score(project, place)))
        .sorted(BEST_FIRST).toList();
  }

  private List<Offer> shortList(Project project, List<Scored> ranked, Set<String> taken) {
    return ranked.stream()
        .filter(each -> each.candidate().place().sites().stream().noneMatch(site -> taken.contains(site.parcel())))
        .limit(policy.shortList()).map(each -> words.offer(project, each.candidate(), each.score())).toList();
  }

  /**
   * Shares the sites among all projects: every site to one project at most.
   *
   * <p>Projects that go empty because others took all of their short list are offered what is left, round by round;
   * the result is then good, and no longer called exact.
   */
  public Assignment assign(List<Project> projects) {
    Map<Project, List<Scored>> ranked = new ConcurrentHashMap<>();
    projects.parallelStream().forEach(project -> ranked.put(project, ranked(project)));
    Assignment all = Assignment.none(projects);
    for (boolean first = true; !all.unserved().isEmpty(); first = false) {
      Set<String> taken = all.takenParcels();
      List<List<Offer>> left = all.unserved().stream()
          .map(project -> shortList(project, ranked.get(project), taken)).toList();
      Assignment round = Assignment.of(all.unserved(), left, policy.searchSteps());
      if (round.chosen().isEmpty()) {
        return all;
      }
      all = first ? round : all.and(round, projects);
    }
    return all;
  }
}
