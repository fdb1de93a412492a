package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.parkland.indicator.DoubtGroup.Key;
import org.parkland.land.Doubt;
import org.parkland.land.Doubt.Cause;
import org.parkland.land.Doubt.Reading;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.RedLinePolicy;

/**
 * Gathers, unit by unit, what the data leave open about one policy's red line: land without a class or with an
 * unknown or ambiguous one (from the pieces), overlapping parcels, gaps and unreadable parcels (told by the caller).
 */
public final class Doubts implements PieceCollector<Doubts> {
  private static final EnumSet<Standing> ANY = EnumSet.allOf(Standing.class);
  /** Below this part of the unit a gap is the rounding of boundaries, not missing land. */
  private static final double ROUNDING = 1e-6;

  private final RedLinePolicy policy;
  private final PossibleUses uses;
  private final Supplier<DoubtGroup> newGroup;
  private final List<Map<Key, DoubtGroup>> groups = new ArrayList<>();
  private final List<List<Doubt>> told = new ArrayList<>();

  /** @param units how many units the overlay was prepared with */
  public Doubts(int units, RedLinePolicy policy, PossibleUses uses) {
    this(units, policy, uses, DoubtGroup::new);
  }

  private Doubts(int units, RedLinePolicy policy, PossibleUses uses, Supplier<DoubtGroup> newGroup) {
    this.policy = policy;
    this.uses = uses;
    this.newGroup = newGroup;
    for (int i = 0; i < units; i++) {
      groups.add(new HashMap<>());
      told.add(new ArrayList<>());
    }
  }

  /** Doubts that remember every piece, so that they can be laid under changes; costs memory for each. */
  public static Doubts ofEveryPiece(int units, RedLinePolicy policy, PossibleUses uses) {
    return new Doubts(units, policy, uses, ChangingDoubtGroup::new);
  }

  /**
   * Doubts that begin with the pieces of these and can be changed on their own; the pieces themselves are shared.
   *
   * @throws IllegalStateException if these are not {@link #ofEveryPiece}
   */
  public Doubts laid() {
    Doubts laid = ofEveryPiece(groups.size(), policy, uses);
    for (int unit = 0; unit < groups.size(); unit++) {
      Map<Key, DoubtGroup> ours = laid.groups.get(unit);
      groups.get(unit).forEach((key, group) -> ours.put(key, ChangingDoubtGroup.over(group)));
    }
    return laid;
  }

  /** Doubts by the same policy that know nothing yet. */
  public Doubts empty() {
    return new Doubts(groups.size(), policy, uses);
  }

  @Override
  public void accept(Pieces pieces) {
    Key key = key(pieces.parcel());
    for (int i = 0; key != null && i < pieces.size(); i++) {
      groups.get(pieces.unit(i)).computeIfAbsent(key, unused -> newGroup.get())
          .add(pieces.parcel().id(), pieces.pieceM2(i));
    }
  }

  /** Takes back a parcel; only doubts {@link #ofEveryPiece} can. */
  public void remove(Pieces pieces) {
    Key key = key(pieces.parcel());
    for (int i = 0; key != null && i < pieces.size(); i++) {
      groups.get(pieces.unit(i)).get(key).remove(pieces.parcel().id(), pieces.pieceM2(i));
    }
  }

  /** What is in doubt about a parcel's land; null if nothing is. */
  private Key key(Parcel parcel) {
    List<String> codes = uses.of(parcel);
    if (codes.size() == 1 || !policy.admits(parcel.settlement())) {
      return null;
    }
    EnumSet<Standing> possible = standings(codes);
    return possible.size() == 1 ? null
        : Key.of(cause(parcel, codes), Standing.of(parcel.landUse(), policy), possible);
  }

  private static Cause cause(Parcel parcel, List<String> codes) {
    if (parcel.landUse() == null) {
      return Cause.NO_CODE;
    }
    return codes.isEmpty() ? Cause.UNKNOWN_CODE : Cause.AMBIGUOUS_CODE;
  }

  private EnumSet<Standing> standings(List<String> codes) {
    if (codes.isEmpty()) {
      return ANY;
    }
    EnumSet<Standing> possible = EnumSet.noneOf(Standing.class);
    codes.forEach(code -> possible.add(Standing.of(code, policy)));
    return possible;
  }

  @Override
  public void accept(OverlayFinding finding) {
    // Findings are gathered by the tally; a parcel that was not computed is told as unreadable.
  }

  @Override
  public void merge(Doubts other) {
    for (int unit = 0; unit < groups.size(); unit++) {
      Map<Key, DoubtGroup> ours = groups.get(unit);
      other.groups.get(unit).forEach((key, group) ->
          ours.computeIfAbsent(key, unused -> newGroup.get()).add(group));
      told.get(unit).addAll(other.told.get(unit));
    }
  }

  /**
   * Land that two parcels claim. Both count it now; one of them must go.
   *
   * @param areaM2 of the overlap, inside the unit
   */
  public void overlap(int unit, Parcel first, Parcel second, double areaM2) {
    Key key = new Key(Cause.PARCELS_OVERLAP,
        List.of(standing(first).to(Standing.NEITHER, 1), standing(second).to(Standing.NEITHER, 1)), "overlaps");
    if (key.matters()) {
      groups.get(unit).computeIfAbsent(key, unused -> newGroup.get())
          .add(first.id() + " × " + second.id(), areaM2);
    }
  }

  private Standing standing(Parcel parcel) {
    return policy.admits(parcel.settlement()) ? Standing.of(parcel.landUse(), policy) : Standing.NEITHER;
  }

  /**
   * Land of a unit that no parcel covers: it may be anything.
   *
   * @param unitM2 area of the unit
   * @param coveredM2 area of all pieces in it, without what overlaps count twice
   */
  public void gap(int unit, String unitId, double unitM2, double coveredM2) {
    double gapM2 = unitM2 - coveredM2;
    if (gapM2 > ROUNDING * unitM2) {
      told.get(unit).add(new Doubt(Cause.GAP, unitId, gapM2, readings(Standing.NEITHER, ANY, gapM2)));
    }
  }

  /**
   * A parcel that is in no figure because its geometry could not be read: its land may be in the unit or not.
   *
   * @param code its class if that much is known, else null
   * @param areaM2 what is known of its area, say the registered one
   */
  public void unreadable(int unit, String parcel, String code, double areaM2) {
    EnumSet<Standing> possible =
        code == null ? ANY : EnumSet.of(Standing.NEITHER, Standing.of(code, policy));
    if (possible.size() > 1) {
      told.get(unit).add(
          new Doubt(Cause.UNREADABLE, parcel, areaM2, readings(Standing.NEITHER, possible, areaM2)));
    }
  }

  private static List<Reading> readings(Standing now, EnumSet<Standing> possible, double areaM2) {
    return possible.stream().map(each -> now.to(each, areaM2)).toList();
  }

  /** All doubts of a unit, in an order that does not depend on how the work was shared. */
  public List<Doubt> of(int unit) {
    return with(empty(), unit);
  }

  /** As {@link #of}, together with what other doubts of the same policy know of the unit. */
  public List<Doubt> with(Doubts others, int unit) {
    List<Doubt> all = new ArrayList<>();
    for (Doubts each : List.of(this, others)) {
      all.addAll(each.told.get(unit));
      each.groups.get(unit).forEach((key, group) -> all.addAll(group.doubts(key)));
    }
    all.sort(Comparator.comparing(Doubt::cause).thenComparing(Doubt::areaM2, Comparator.reverseOrder())
        .thenComparing(Doubt::subject));
    return all;
  }
}
