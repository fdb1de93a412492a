package org.parkland.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.idle.Adjacency;
import org.parkland.idle.Funnel;
import org.parkland.idle.Site;
import org.parkland.idle.SiteSurvey;
import org.parkland.land.Feature;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.land.Words;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/**
 * Surveys the idle and inefficient parcels of a register, all layers in one system with metres: that of the parcels,
 * or the 3-degree zone they lie in where they are delivered in degrees. Of the large layers only what lies near a
 * site is kept.
 */
final class SiteSurveyor {
  private final Workspace workspace;
  private final DayLayers day;
  private final IdleRegister register;
  private final Passes passes;
  private final Policies.Sites policies;
  private final Crs plane;
  private final double reachM;
  /** What a site takes in memory with its shape and its neighbours. */
  private static final long SITE_BYTES = 6_000;

  private final STRtree sites = new STRtree();
  private final List<Geometry> roads = new ArrayList<>();
  private final List<Feature> others = new ArrayList<>();
  private boolean roadsDelivered;

  private SiteSurveyor(Workspace workspace, DayLayers day, IdleRegister register, Passes passes) {
    this.passes = passes;
    this.workspace = workspace;
    this.day = day;
    this.register = register;
    this.policies = workspace.policies().sites();
    this.plane = plane(day.parcels(), register);
    this.reachM = 10 * policies.funnel().roads().reachM();
  }

  private static Crs plane(Snapshot parcels, IdleRegister register) {
    Crs crs = Crs.of(parcels.crs());
    Envelope box = new Envelope();
    register.entries().forEach(each -> box.expandToInclude(each.box()));
    return crs.isGeographic() && !box.isNull() ? Crs.metricAt(box.centre().x) : crs;
  }

  static SiteStudy study(
      Workspace workspace, UnitAreas units, DayLayers day, IdleRegister register, Passes passes) {
    SiteSurveyor surveyor = new SiteSurveyor(workspace, day, register, passes);
    List<JudgedParcel> parcels = surveyor.parcels();
    surveyor.readSurroundings(register);
    List<Site> surveyed = surveyor.survey(parcels, units);
    Adjacency adjacency = Adjacency.of(surveyed, surveyor.policies.matching().assembly(), surveyor.roads);
    return new SiteStudy(register, surveyor.policies, Adjacency.counted(surveyed, adjacency), adjacency,
        surveyor.roads, surveyor.others, surveyor.unitNames(units), locations(parcels));
  }

  private static Map<String, String> locations(List<JudgedParcel> parcels) {
    Map<String, String> locations = new HashMap<>();
    parcels.forEach(each -> locations.put(each.parcel().id(), each.parcel().text("location")));
    return locations;
  }

  /** The parcels that enter the funnel, with their shapes, by parcel number. */
  private List<JudgedParcel> parcels() {
    Funnel funnel = new Funnel(policies.funnel());
    Reprojection toPlane = Crs.of(day.parcels().crs()).to(plane);
    List<IdleRegister.Entry> entering = register.entries().stream()
        .filter(each -> funnel.enters(each.status(), each.tested()))
        .sorted(Comparator.comparing(IdleRegister.Entry::id)).toList();
    HeapRoom.require("sites", entering.size(), SITE_BYTES);
    List<JudgedParcel> parcels = new ArrayList<>(entering.size());
    register.file().judged(entering).forEach(each -> {
      Feature row = each.parcel();
      Feature parcel = new Feature(row.row(), toPlane.apply(row.geometry()), row.attributes(), Map.of());
      parcels.add(new JudgedParcel(parcel, each.areaM2(), each.standing(), each.inefficient()));
      sites.insert(parcel.geometry().getEnvelopeInternal(), parcel.id());
    });
    return parcels;
  }

  /** Roads, whether delivered as lines or as parcels, and the other parcels around the sites. */
  private void readSurroundings(IdleRegister entries) {
    FunnelPolicy.Roads rule = policies.funnel().roads();
    day.findAll(LayerKind.REFERENCE).forEach(layer -> stream(layer, FeatureQuery.all(), row -> {
      if (rule.kinds().contains(row.text("kind"))) {
        addRoad(row);
      }
    }));
    Funnel funnel = new Funnel(policies.funnel());
    double gapM = policies.matching().assembly().toleranceM();
    stream(day.parcels(), FeatureQuery.all().only("id", "land_use"), row -> {
      boolean isSite = entries.find(row.id())
          .filter(each -> funnel.enters(each.status(), each.tested())).isPresent();
      if (rule.isRoad(row.landUse())) {
        addRoad(row);
      } else if (!isSite && isNear(row, gapM)) {
        others.add(row);
      }
    });
  }

  private void addRoad(Feature row) {
    roadsDelivered = true;
    if (isNear(row, reachM)) {
      roads.add(row.geometry());
    }
  }

  private boolean isNear(Feature row, double distanceM) {
    Envelope window = row.geometry().getEnvelopeInternal();
    window.expandBy(distanceM);
    return !sites.query(window).isEmpty();
  }

  private List<Site> survey(List<JudgedParcel> parcels, UnitAreas units) {
    SiteSurvey survey = new SiteSurvey(zoning(), constraints(), roadsDelivered ? roads : null,
        units(units), redLine(),
        policies.funnel().roads().reachM());
    return parcels.parallelStream().map(parcel -> site(parcel, survey)).toList();
  }

  private List<Unit> units(UnitAreas areas) {
    return day.find(LayerKind.UNITS).map(layer -> areas.in(layer, plane)).orElse(List.of());
  }

  private Map<String, Words> unitNames(UnitAreas areas) {
    Map<String, Words> names = new HashMap<>();
    units(areas).forEach(unit ->
        names.put(unit.id(), new Words(unit.name(), unit.nameEn() == null ? unit.name() : unit.nameEn())));
    return names;
  }

  private static Site site(JudgedParcel each, SiteSurvey survey) {
    return Site.of(each.parcel(), each.areaM2(), each.standing(), each.inefficient(),
        survey.of(each.parcel(), each.areaM2()));
  }

  private RedLinePolicy redLine() {
    return workspace.policies().redLine().find(workspace.district().policy());
  }

  private List<Feature> zoning() {
    return day.find(LayerKind.ZONING).map(layer -> {
      List<Feature> blocks = new ArrayList<>();
      stream(layer, FeatureQuery.all().only("id", "land_use"), row -> {
        if (isNear(row, 0)) {
          blocks.add(row);
        }
      });
      return blocks;
    }).orElse(null);
  }

  private List<Feature> constraints() {
    List<Feature> rows = new ArrayList<>();
    day.findAll(LayerKind.CONSTRAINT).forEach(layer -> stream(layer, FeatureQuery.all(), rows::add));
    return rows;
  }

  /** Rows with their shapes in the plane. */
  private void stream(Snapshot layer, FeatureQuery query, Consumer<Feature> rows) {
    Reprojection toPlane = Crs.of(layer.crs()).to(plane);
    FeatureCursor all = workspace.store().features(layer, query);
    try (FeatureCursor cursor = passes.over(Passes.Purpose.SITES, layer, all)) {
      while (cursor.hasNext()) {
        Feature row = cursor.next();
        rows.accept(new Feature(row.row(), toPlane.apply(row.geometry()), row.attributes(), row.extra()));
      }
    }
  }
}
