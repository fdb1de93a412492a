package org.parkland.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
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
 * What has been gathered on another machine can be merged into ours; it cannot gather on.
 */
public final class Doubts implements PieceCollector<Doubts>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final EnumSet<Standing> ANY = EnumSet.allOf(Standing.class);
  /** Below this part of the unit a gap is the rounding of boundaries, not missing land. */
  private static final double ROUNDING = 1e-6;

  private final transient RedLinePolicy policy;
  private final transient PossibleUses uses;
  /** By unit; most of a country's have nothing in doubt. */
  private final HashMap<Integer, HashMap<Key, DoubtGroup>> groups = new HashMap<>();
  private final HashMap<Integer, ArrayList<Doubt>> told = new HashMap<>();
  private final boolean everyPiece;

  public Doubts(RedLinePolicy policy, PossibleUses uses) {
    this(policy, uses, false);
  }

  private Doubts(RedLinePolicy policy, PossibleUses uses, boolean everyPiece) {
    this.policy = policy;
    this.uses = uses;
    this.everyPiece = everyPiece;
  }

  /** Doubts that remember every piece, so that they can be laid under changes; costs memory for each. */
  public static Doubts ofEveryPiece(RedLinePolicy policy, PossibleUses uses) {
    return new Doubts(policy, uses, true);
  }

  /**
   * Doubts that begin with the pieces of these and can be changed on their own; the pieces themselves are shared.
   *
   * @throws IllegalStateException if these are not {@link #ofEveryPiece}
   */
  public Doubts laid() {
    Doubts laid = ofEveryPiece(policy, uses);
    groups.forEach((unit, byKey) -> {
      HashMap<Key, DoubtGroup> ours = new HashMap<>();
      byKey.forEach((key, group) -> ours.put(key, ChangingDoubtGroup.over(group)));
      laid.groups.put(unit, ours);
    });
    return laid;
  }

  /** Doubts by the same policy that know nothing yet. */
  public Doubts empty() {
    return new Doubts(policy, uses);
  }

  @Override
  public void accept(Pieces pieces) {
    Key key = key(pieces.parcel());
    for (int i = 0; key != null && i < pieces.size(); i++) {
      group(pieces.unit(i), key).add(pieces.parcel().id(), pieces.pieceM2(i));
    }
  }

  /** Takes back a parcel; only doubts {@link #ofEveryPiece} can. */
  public void remove(Pieces pieces) {
    Key key = key(pieces.parcel());
    for (int i = 0; key != null && i < pieces.size(); i++) {
      group(pieces.unit(i), key).remove(pieces.parcel().id(), pieces.pieceM2(i));
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

  private DoubtGroup group(int unit, Key key) {
    return groups.computeIfAbsent(unit, unused -> new HashMap<>()).computeIfAbsent(key,
        unused -> everyPiece ? new ChangingDoubtGroup() : new DoubtGroup());
  }

  private void tell(int unit, Doubt doubt) {
    told.computeIfAbsent(unit, unused -> new ArrayList<>()).add(doubt);
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
    other.groups.forEach((unit, theirs) -> theirs.forEach((key, group) -> group(unit, key).add(group)));
    other.told.forEach((unit, theirs) -> theirs.forEach(each -> tell(unit, each)));
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
      group(unit, key).add(first.id() + " × " + second.id(), areaM2);
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
      tell(unit, new Doubt(Cause.GAP, unitId, gapM2, readings(Standing.NEITHER, ANY, gapM2)));
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
      tell(unit, new Doubt(Cause.UNREADABLE, parcel, areaM2, readings(Standing.NEITHER, possible, areaM2)));
    }
  }

  private static List<Reading> readings(Standing now, EnumSet<Standing> possible, double areaM2) {
    return possible.stream().map(each -> now.to(each, areaM2)).toList();
  }

  /** All doubts of a unit, in an order that does not depend on how the work was shared. */
  public List<Doubt> of(int unit) {
    return with(empty(), unit);
  }

  /** As {@link #of}, together with what other doubts by the same policy know of the unit. */
  public List<Doubt> with(Doubts others, int unit) {
    List<Doubt> all = new ArrayList<>();
    for (Doubts each : List.of(this, others)) {
      all.addAll(each.told.getOrDefault(unit, new ArrayList<>()));
      each.groups.getOrDefault(unit, new HashMap<>()).forEach((key, group) -> all.addAll(group.doubts(key)));
    }
    all.sort(Comparator.comparing(Doubt::cause).thenComparing(Doubt::areaM2, Comparator.reverseOrder())
        .thenComparing(Doubt::subject));
    return all;
  }
}
