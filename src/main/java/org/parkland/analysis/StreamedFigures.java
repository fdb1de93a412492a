package org.parkland.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.indicator.DoubtedTally;
import org.parkland.indicator.Doubts;
import org.parkland.indicator.PossibleUses;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.ImportRules;
import org.parkland.ingest.LayerReader;
import org.parkland.ingest.OpenCodes;
import org.parkland.ingest.Progress;
import org.parkland.land.Doubt;
import org.parkland.land.LayerKind;
import org.parkland.land.OverlayFinding;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.Parcel;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.overlay.Overlay;
import org.parkland.overlay.PreparedUnits;

/**
 * Figures straight from files: nothing is stored, every row is read once, and memory does not grow with their
 * number. The same reading, overlay and sums as for a database, so the same figures; only the search for parcels
 * that overlap each other needs them all at once and is left out, which the findings say.
 */
public final class StreamedFigures {
  static final String NOT_SEARCHED = "overlaps between parcels were not searched, because their land was only summed";

  /** What figures need of a parcel; reading no more saves time, and a wrong date in it stops nobody. */
  public static final Set<String> OF_LAND =
      Set.of("id", "land_use", "land_use_name", "new_industry", "settlement", "registered_area_m2");
  private static final Set<String> OF_UNITS = Set.of("id", "kind", "name", "name_en");

  private final ImportRules rules;
  private final List<RedLinePolicy> policies;
  private final AreaMethod method;
  private final List<Unit> units = new ArrayList<>();
  private final List<Crs> systems = new ArrayList<>();
  private final Map<String, PreparedUnits> prepared = new HashMap<>();

  /** @param policies whose doubts are gathered; figures can be drawn by these */
  public StreamedFigures(ImportRules rules, List<RedLinePolicy> policies, AreaMethod method) {
    this.rules = rules;
    this.policies = List.copyOf(policies);
    this.method = method;
  }

  /** Adds the units of a layer; layers may hold any kinds, on any level, in any reference system. */
  public void addUnits(ImportRequest layer) {
    try (LayerReader rows = open(layer)) {
      while (rows.hasNext()) {
        units.add(Unit.of(rows.next()));
        systems.add(rows.crs());
      }
      rows.finish();
    }
  }

  /**
   * Runs the land of all files through the units.
   *
   * @param progress of all files together, as far as their sizes are known
   * @throws BadInput if a file cannot be understood, or planar areas are asked of files in different systems
   */
  public StreamedLand read(List<ImportRequest> files, Progress progress) {
    StreamedLand land = null;
    int threads = Runtime.getRuntime().availableProcessors();
    long done = 0;
    for (ImportRequest file : files) {
      try (LayerReader rows = open(file)) {
        long before = done;
        StreamedLand part =
            read(rows, rows.open(), threads, row -> progress.rows(before + row, files.size() == 1 ? rows.count() : -1));
        if (land == null) {
          land = part;
        } else {
          land.merge(part);
        }
        done += rows.report().read();
      }
    }
    progress.rows(done, done);
    return land;
  }

  /**
   * Runs the land of one layer, or of a part of it, through the units.
   *
   * @param open codes of the layer that a crosswalk left open
   */
  public StreamedLand read(LayerReader rows, OpenCodes open, int threads, LongConsumer progress) {
    PossibleUses uses = LandFigures.uses(rules.classification(), open);
    DoubtedTally tally = new Overlay(units(rows.crs())).collect(
        new Land(rows, open.column(), progress), threads, () -> new DoubtedTally(units.size(), policies, uses));
    rows.finish();
    return new StreamedLand(rows.crs(), tally, rows.report());
  }

  /** The units ready to cut land of a reference system; prepared once per system. */
  public synchronized PreparedUnits units(Crs crs) {
    if (method == AreaMethod.PLANAR && !prepared.isEmpty() && !prepared.containsKey(crs.code())) {
      throw new BadInput("area planar", "the files are in different reference systems, whose planes differ",
          "ask for ellipsoidal areas");
    }
    return prepared.computeIfAbsent(crs.code(), code -> PreparedUnits.of(in(crs), LandFigures.measure(crs, method)));
  }

  private List<Unit> in(Crs crs) {
    return IntStream.range(0, units.size()).mapToObj(i -> {
      Reprojection reprojection = systems.get(i).to(crs);
      Unit unit = units.get(i);
      return new Unit(unit.id(), unit.kind(), unit.name(), unit.nameEn(), reprojection.apply(unit.geometry()));
    }).toList();
  }

  /** @param asOf day of the land, or null where nobody said */
  public Figures figures(StreamedLand land, State state, RedLinePolicy policy, LocalDate asOf) {
    if (!policy.inBlocks().isEmpty()) {
      throw new BadInput("policy " + policy.name(), "counts land inside industrial blocks, which files alone do not"
          + " tell", "import the layers and the protection line, or choose another policy");
    }
    PreparedUnits cut = units(land.crs());
    LayerDoubts missing = new LayerDoubts(cut, land.tally().landUse(), List.of(), land.lost());
    List<List<Doubt>> doubts = new ArrayList<>();
    land.tally().eachPolicy((name, each) -> {
      if (name.equals(policy.name())) {
        missing.tell(each);
        doubts.addAll(doubtsOf(each));
      }
    });
    return new Figures(asOf, state, policy, method, cut, land.tally().landUse(), null, doubts,
        List.of(new OverlayFinding(Problem.NOT_SEARCHED, "parcels", 0, NOT_SEARCHED)), rules.classification());
  }

  private List<List<Doubt>> doubtsOf(Doubts doubts) {
    return IntStream.range(0, units.size()).mapToObj(doubts::of).toList();
  }

  private LayerReader open(ImportRequest request) {
    return LayerReader.open(request, rules, request.kind() == LayerKind.UNITS ? OF_UNITS : OF_LAND);
  }

  /** A layer's rows as the overlay wants them. */
  private record Land(LayerReader rows, String codeColumn, LongConsumer progress) implements Iterator<Parcel> {
    private static final int BETWEEN = 10_000;

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Parcel next() {
      if (rows.report().read() % BETWEEN == 0) {
        progress.accept(rows.report().read());
      }
      return Parcel.of(rows.next(), codeColumn);
    }
  }
}
