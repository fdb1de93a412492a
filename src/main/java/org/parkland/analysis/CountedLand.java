package org.parkland.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.land.ExactSum;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.overlay.PreparedUnits;

/** The parcels behind a figure of one unit: each with its land in the unit, adding up to the figure. */
public final class CountedLand {
  /** A list is as long as the unit has parcels. */
  private static final int KEPT_LISTS = 3;
  /** Of a province with millions of parcels the largest are listed; all are counted and summed. */
  private static final int MOST_LISTED = 100_000;
  private static final Comparator<Counted> LARGEST_FIRST =
      Comparator.comparingDouble(Counted::areaM2).reversed().thenComparing(Counted::parcel);

  /** Which land of a unit. */
  public enum Part {
    /** Industrial land of the policy. */
    NUMERATOR,
    /** The land it is a share of. */
    DENOMINATOR,
    /** Counted by neither. */
    OUTSIDE,
    /** Everything in the unit. */
    ALL
  }

  /**
   * What is asked for.
   *
   * @param unit id of the unit
   * @param code only this class and those below it; null for all
   */
  public record Query(FigureQuery figure, String unit, Part part, String code) {}

  /** A parcel's, or planned block's, land in the unit, in m². */
  public record Counted(String parcel, String code, double areaM2) {}

  /**
   * What was found.
   *
   * @param parcels largest first, a hundred thousand at most; a parcel without the least land in the unit is not
   *     among them
   * @param total how many there are in all
   * @param areaM2 exact sum of all, rounded once
   */
  public record Answer(Unit unit, List<Counted> parcels, long total, double areaM2) {}

  private record Key(Query query, long land, long units) {}

  private final LandFigures figures;
  private final UnitAreas unitAreas;
  private final Kept<Key, Answer> answers = new Kept<>(KEPT_LISTS);

  CountedLand(LandFigures figures, UnitAreas unitAreas) {
    this.figures = figures;
    this.unitAreas = unitAreas;
  }

  /** @throws BadInput if there is no such unit or layer, or the policy counts land by more than its parcel's class */
  public Answer draw(DayLayers day, Query query) {
    if (query.part() != Part.ALL) {
      ReportDesk.requireNoBlocks(query.figure().policy());
    }
    Snapshot land = day.of(query.figure().state());
    return answers.get(new Key(query, land.id(), day.units().id()), key -> collect(day, land, query));
  }

  private Answer collect(DayLayers day, Snapshot land, Query query) {
    Crs crs = Crs.of(land.crs());
    Unit unit = unitAreas.in(day.units(), crs).stream().filter(each -> each.id().equals(query.unit())).findFirst()
        .orElseThrow(() -> new BadInput("unit '" + query.unit() + "'", "there is no such unit", "see /api/units"));
    PreparedUnits prepared = PreparedUnits.of(List.of(unit), LandFigures.measure(crs, query.figure().method()));
    Found found = figures.collectAround(land, prepared, () -> new Found(wanted(query)));
    return new Answer(unit, found.largest.stream().sorted(LARGEST_FIRST).toList(), found.total, found.sum.m2());
  }

  private static Predicate<Parcel> wanted(Query query) {
    RedLinePolicy policy = query.figure().policy();
    Predicate<Parcel> below = query.code() == null ? parcel -> true
        : parcel -> parcel.landUse() != null && parcel.landUse().startsWith(query.code());
    Predicate<Parcel> inDenominator =
        parcel -> policy.admits(parcel.settlement()) && policy.inDenominator(parcel.landUse());
    return below.and(switch (query.part()) {
      case ALL -> parcel -> true;
      case DENOMINATOR -> inDenominator;
      case OUTSIDE -> inDenominator.negate();
      case NUMERATOR -> inDenominator.and(parcel -> policy.inNumerator(parcel.landUse()));
    });
  }

  /** Takes the wanted parcels of one unit. */
  private static final class Found implements PieceCollector<Found> {
    private final Predicate<Parcel> wanted;
    /** The smallest of the largest comes first. */
    private final PriorityQueue<Counted> largest = new PriorityQueue<>(LARGEST_FIRST.reversed());
    private long total;
    private final ExactSum sum = new ExactSum();

    Found(Predicate<Parcel> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void accept(Pieces pieces) {
      double areaM2 = pieces.inUnitM2(0);
      if (areaM2 > 0 && wanted.test(pieces.parcel())) {
        sum.add(areaM2);
        total++;
        add(new Counted(pieces.parcel().id(), pieces.parcel().landUse(), areaM2));
      }
    }

    private void add(Counted counted) {
      largest.add(counted);
      if (largest.size() > MOST_LISTED) {
        largest.remove();
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      // A parcel that cannot be overlaid has no land here; the figures list it.
    }

    @Override
    public void merge(Found other) {
      other.largest.forEach(this::add);
      total += other.total;
      sum.add(other.sum);
    }
  }
}
