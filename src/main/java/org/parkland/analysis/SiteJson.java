package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.idle.Assembly;
import org.parkland.idle.Assignment;
import org.parkland.idle.Funnel;
import org.parkland.idle.Keystone;
import org.parkland.idle.Offer;
import org.parkland.idle.Ranking;
import org.parkland.idle.Reuse.Suggestion;
import org.parkland.idle.Site;
import org.parkland.land.Project;
import org.parkland.land.RankingPolicy;
import org.parkland.land.Words;

/** Sites in the words of the JSON that command line and API share. Areas are m², unrounded. */
public final class SiteJson {
  private final SiteStudy study;

  public SiteJson(SiteStudy study) {
    this.study = study;
  }

  /** What every answer carries: the days it speaks of. */
  public Map<String, Object> head() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", study.register().report().asOf().toString());
    json.put("today", study.register().report().today().toString());
    return json;
  }

  private static void put(Map<String, Object> json, String key, Words words) {
    json.put(key, words == null ? null : words.zh());
    json.put(key + "En", words == null ? null : words.en());
  }

  private static List<String> texts(List<Words> words, Function<Words, String> language) {
    return words.stream().map(language).toList();
  }

  private Map<String, Object> site(Site site) {
    IdleRegister.Entry entry = study.entry(site);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parcel", site.parcel());
    json.put("location", study.location(site));
    json.put("holder", site.supply().holder());
    json.put("landUse", site.supply().landUse());
    put(json, "status", status(site));
    json.put("areaM2", site.areaM2());
    json.put("bounds", box(entry.box()));
    return json;
  }

  /** The word of the suspicion: of the ladder if the site is idle, else of the tests. */
  public static Words status(Site site) {
    boolean idle = site.idle() != null && site.idle().status().isSuspected();
    return idle || site.inefficient() == null ? site.idle().word() : site.inefficient().word();
  }

  private static double[] box(Envelope box) {
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  // The funnel.

  public Map<String, Object> funnel(SiteQuery query) {
    Funnel.Outcome outcome = study.funnel(query);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policy", policy(query.funnel().name(), query.funnel().title(), query.funnel().source()));
    json.put("entered", outcome.entered());
    json.put("enteredM2", outcome.enteredM2());
    json.put("steps", outcome.levels().stream().map(SiteJson::level).toList());
    json.put("usable", outcome.usable().size());
    json.put("usableM2", outcome.usable().stream().mapToDouble(Site::areaM2).sum());
    return json;
  }

  private static Map<String, Object> level(Funnel.Level level) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", level.key());
    put(json, "title", level.title());
    json.put("entered", level.entered());
    json.put("enteredM2", level.enteredM2());
    json.put("fell", level.fell());
    json.put("fellM2", level.fellM2());
    json.put("left", level.left());
    json.put("leftM2", level.leftM2());
    return json;
  }

  /** One site at the place where it ended, with the reason. */
  public Map<String, Object> placed(Funnel.Placed placed) {
    Map<String, Object> json = site(placed.site());
    json.put("place", placed.place());
    put(json, "reason", placed.reason());
    json.put("remarks", texts(placed.remarks(), Words::zh));
    json.put("remarksEn", texts(placed.remarks(), Words::en));
    return json;
  }

  private static Map<String, Object> policy(String name, Words title, Words source) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    put(json, "title", title);
    put(json, "source", source);
    return json;
  }

  // The ranking.

  /** By what the sites are ranked: criteria with their weights, and how stability is found. */
  public Map<String, Object> ranked(SiteQuery query) {
    RankingPolicy policy = study.policies().ranking();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policy", policy(policy.name(), policy.title(), policy.source()));
    json.put("stability", Map.of("variations", policy.stability().variations(), "spread", policy.stability().spread(),
        "top", policy.stability().top(), "seed", policy.stability().seed()));
    double[] weights = policy.weights(query.weights());
    json.put("criteria", IntStream.range(0, weights.length)
        .mapToObj(i -> criterion(policy.criteria().get(i), weights[i])).toList());
    return json;
  }

  private static Map<String, Object> criterion(RankingPolicy.Criterion criterion, double weight) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", criterion.key());
    put(json, "title", criterion.title());
    json.put("unit", criterion.unit());
    json.put("weight", weight);
    json.put("policyWeight", criterion.weight());
    return json;
  }

  /** A place of the ranking with the site's suggested ways of reuse, the first of them the suggestion. */
  public Map<String, Object> candidate(Ranking.Place place) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rank", place.rank());
    json.putAll(site(place.site()));
    Map<String, Object> ranked = place.json();
    List.of("score", "stability", "parts").forEach(key -> json.put(key, ranked.get(key)));
    json.put("neighbours", place.site().idleNeighbours());
    json.put("reuse", study.reuse().of(place.site()).stream().map(SiteJson::way).toList());
    return json;
  }

  private static Map<String, Object> way(Suggestion suggestion) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", suggestion.way().code());
    put(json, "title", suggestion.way().title());
    put(json, "reason", suggestion.reason());
    json.put("leadDays", suggestion.way().leadDays());
    put(json, "source", suggestion.way().source());
    return json;
  }

  // Matching and assembly.

  public Map<String, Object> shared(List<Project> projects) {
    Assignment shared = study.shared(projects);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exact", shared.exact());
    json.put("served", shared.chosen().size());
    json.put("offers", shared.chosen().stream().map(this::offer).toList());
    json.put("unserved", shared.unserved().stream().map(Project::id).toList());
    return json;
  }

  /** The short list of one project, as if it were alone. */
  public List<Map<String, Object>> offers(Project project) {
    return study.matching().offers(project).stream().map(this::offer).toList();
  }

  public Map<String, Object> offer(Offer offer) {
    Map<String, Object> json = offer.json();
    json.put("sites", offer.place().sites().stream().map(this::site).toList());
    json.put("fill", offer.place().fill());
    json.put("bounds", box(bounds(offer.place())));
    return json;
  }

  private Envelope bounds(Assembly place) {
    Envelope box = new Envelope();
    place.sites().forEach(site -> box.expandToInclude(study.entry(site).box()));
    return box;
  }

  public static Map<String, Object> project(Project project) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", project.id());
    put(json, "name", project.name());
    json.put("areaMinMu", project.areaMuMin());
    json.put("areaMaxMu", project.areaMuMax());
    json.put("landUse", project.landUse());
    json.put("industry", project.industry());
    json.put("frontageM", project.frontageM());
    json.put("base", project.base());
    json.put("investmentWanPerMu", project.investmentWanPerMu());
    json.put("taxWanPerMu", project.taxWanPerMu());
    json.put("startOn", project.startOn() == null ? null : project.startOn().toString());
    return json;
  }

  public Map<String, Object> assembly(Assembly assembly) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parcels", assembly.parcels());
    json.put("areaM2", assembly.areaM2());
    json.put("holders", assembly.holders());
    json.put("fill", assembly.fill());
    json.put("bounds", box(bounds(assembly)));
    return json;
  }

  public static Map<String, Object> keystone(Keystone keystone) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parcel", keystone.parcel());
    json.put("joinedM2", keystone.joinedM2());
    json.put("gainM2", keystone.gainM2());
    json.put("groups", keystone.groups());
    return json;
  }
}
