package org.parkland.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.parkland.idle.Adjacency;
import org.parkland.idle.Assembler;
import org.parkland.idle.Assembly;
import org.parkland.idle.Assignment;
import org.parkland.idle.Funnel;
import org.parkland.idle.Keystone;
import org.parkland.idle.Matching;
import org.parkland.idle.Ranking;
import org.parkland.idle.Reuse;
import org.parkland.idle.Site;
import org.parkland.land.Feature;
import org.parkland.land.Project;
import org.parkland.land.Words;

/**
 * The idle and inefficient land of a day, surveyed, and all that can be asked of it: funnel, ranking, reuse,
 * assembly, matching. What is asked twice is drawn once. Safe to share between threads.
 */
public final class SiteStudy {
  private static final int KEPT_FUNNELS = 16;
  private static final int KEPT_RANKINGS = 8;
  private static final int KEPT_SHARINGS = 4;

  private final IdleRegister register;
  private final Policies.Sites policies;
  private final List<Site> sites;
  private final Map<String, String> locations;
  private final Reuse reuse;
  private final Kept<SiteQuery, Funnel.Outcome> funnels = new Kept<>(KEPT_FUNNELS);
  private final Kept<SiteQuery, Ranking> surveyed = new Kept<>(KEPT_RANKINGS);
  private final Kept<SiteQuery, Ranking> rankings = new Kept<>(KEPT_RANKINGS);
  private final Kept<List<Project>, Assignment> sharings = new Kept<>(KEPT_SHARINGS);
  private final Supplier<Matching> matching;
  private final Supplier<Assembler> assembler;
  private final Supplier<Optional<Keystone>> keystone;

  /**
   * @param sites by parcel number, with their neighbours counted
   * @param adjacency of the sites
   * @param others parcels around them that are not on offer
   * @param unitNames by id
   * @param locations of the sites in words, by parcel number
   */
  SiteStudy(IdleRegister register, Policies.Sites policies, List<Site> sites, Adjacency adjacency,
      List<Geometry> roads, List<Feature> others, Map<String, Words> unitNames,
      Map<String, String> locations) {
    this.register = register;
    this.policies = policies;
    this.sites = sites;
    this.locations = locations;
    this.reuse = new Reuse(policies.reuse(), register.report().policy().scope(), policies.ranking().planClasses());
    this.matching = once(() -> new Matching(funnel(SiteQuery.plain(policies)).usable(), roads, policies.matching(),
        reuse, policies.ranking().unitIndustries(), register.report().today(), unitNames));
    this.assembler = once(() -> new Assembler(sites, adjacency, policies.matching().assembly()));
    this.keystone = once(() -> Keystone.among(others, sites, policies.matching().assembly(), roads));
  }

  private static <T> Supplier<T> once(Supplier<T> draw) {
    Kept<String, T> kept = new Kept<>(1);
    return () -> kept.get("", key -> draw.get());
  }

  public IdleRegister register() {
    return register;
  }

  public Policies.Sites policies() {
    return policies;
  }

  /** All that enter the funnel, by parcel number. */
  public List<Site> sites() {
    return sites;
  }

  public Reuse reuse() {
    return reuse;
  }

  /** The way through the funnel; its weights do not matter. */
  public Funnel.Outcome funnel(SiteQuery query) {
    SiteQuery key = new SiteQuery(query.unit(), query.funnel(), Map.of());
    return funnels.get(key, unused -> new Funnel(key.funnel()).run(in(key.unit())));
  }

  private List<Site> in(String unit) {
    return unit == null ? sites : sites.stream().filter(each -> entry(each).units().contains(unit)).toList();
  }

  /** The usable sites, ranked among each other. Other weights need no new look at the sites. */
  public Ranking ranking(SiteQuery query) {
    return rankings.get(query, key -> surveyed.get(new SiteQuery(key.unit(), key.funnel(), Map.of()),
        plain -> Ranking.of(funnel(plain).usable(), policies.ranking()))
        .with(policies.ranking().weights(key.weights())));
  }

  /** All usable sites by the weights of the policy. */
  public Ranking plainRanking() {
    return ranking(SiteQuery.plain(policies));
  }

  public Matching matching() {
    return matching.get();
  }

  /** The usable sites shared among projects. */
  public Assignment shared(List<Project> projects) {
    return sharings.get(projects, matching()::assign);
  }

  /** Groups of neighbouring sites, usable or not, the largest first. */
  public List<Assembly> clusters() {
    return assembler.get().clusters();
  }

  /** Neighbouring sites, usable or not, with a wanted area together. */
  public List<Assembly> assemblies(double leastM2, double mostM2) {
    return assembler.get().assemble(leastM2, mostM2);
  }

  public Optional<Keystone> keystone() {
    return keystone.get();
  }

  /** Where the site lies, in words; null where not delivered. */
  public String location(Site site) {
    return locations.get(site.parcel());
  }

  public IdleRegister.Entry entry(Site site) {
    return register.find(site.parcel()).orElseThrow();
  }
}
