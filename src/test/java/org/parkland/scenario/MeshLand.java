package org.parkland.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.parkland.bench.Mesh;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Parcel;
import org.parkland.land.State;

/** A mesh of parcels held in memory, some without a class or with an unknown one. */
final class MeshLand implements BaseLand {
  static final Crs CRS = Crs.of(Mesh.CRS);
  static final AreaMeasure MEASURE = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, CRS);

  private final Map<String, Parcel> byId = new LinkedHashMap<>();
  private final STRtree index = new STRtree();

  MeshLand(long parcels, long seed) {
    new Mesh(parcels, seed).parcels().forEachRemaining(each -> add(each, Integer.parseInt(each.id())));
    index.build();
  }

  private void add(Parcel delivered, int number) {
    String code = number % 23 == 0 ? null : number % 29 == 0 ? "M9" : delivered.landUse();
    boolean newIndustry = code != null && code.startsWith("1001") && number % 3 == 0;
    Parcel parcel = new Parcel(delivered.id(), code, newIndustry, delivered.geometry());
    byId.put(parcel.id(), parcel);
    index.insert(parcel.geometry().getEnvelopeInternal(), parcel);
  }

  Ground ground(State state) {
    return new Ground(state, this, MEASURE, CRS.to(CRS), 1);
  }

  List<Parcel> all() {
    return new ArrayList<>(byId.values());
  }

  @Override
  public Optional<Parcel> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Parcel> near(Envelope box) {
    List<Parcel> found = new ArrayList<>();
    index.query(box, each -> found.add((Parcel) each));
    return found;
  }
}
