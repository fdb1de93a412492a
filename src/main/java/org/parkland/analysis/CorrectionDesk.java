package org.parkland.analysis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.idle.Corrections;
import org.parkland.land.Attribute;
import org.parkland.land.Correction;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.store.Store;

/**
 * Takes the office's corrections of parcels and keeps them in the store's log. A correction lies over what was
 * delivered last, whatever was imported since it was made; taking it back lets the delivered value count again.
 */
public final class CorrectionDesk {
  /** Land-use figures are drawn from these as delivered, so they change with a delivery and not at this desk. */
  private static final Set<String> FIGURED = Set.of("id", "land_use", "new_industry");
  private static final int LONGEST_TEXT = 2_000;

  private final Store store;
  private final Schema schema;
  private volatile Log log;

  /** @param version number of the last entry */
  record Log(long version, List<Correction> entries, Corrections corrections) {}

  /**
   * What somebody wants to correct.
   *
   * @param value as {@link Attribute#read} takes it; null says that the delivered value is wrong and none is known
   * @param evidence null where none is attached
   */
  public record Request(String parcel, String attribute, String value, String reason, Correction.Evidence evidence,
      String by) {}

  CorrectionDesk(Store store, Schema schema) {
    this.store = store;
    this.schema = schema;
    this.log = new Log(0, List.of(), new Corrections(List.of(), schema));
  }

  /** The log as it stands; other processes may have added to it. */
  synchronized Log log() {
    List<Correction> added = store.corrections().after(log.version());
    if (!added.isEmpty()) {
      List<Correction> all = new ArrayList<>(log.entries());
      all.addAll(added);
      log = new Log(added.get(added.size() - 1).number(), List.copyOf(all), new Corrections(all, schema));
    }
    return log;
  }

  /** Changes with every entry: what was drawn under another version may be out of date. */
  public long version() {
    return log().version();
  }

  /** All entries, oldest first. */
  public List<Correction> entries() {
    return log().entries();
  }

  /** All entries on a parcel, oldest first. */
  public List<Correction> history(String parcel) {
    return log().corrections().history(parcel);
  }

  public boolean stands(Correction entry) {
    return entry.equals(log().corrections().standing(entry.parcel()).get(entry.attribute()));
  }

  /** Attributes that can be corrected, in their order. */
  public List<Attribute> correctable() {
    return schema.attributes().stream()
        .filter(each -> each.type() != Attribute.Type.CLASS && !FIGURED.contains(each.name())).toList();
  }

  /** @throws BadInput if there is no such parcel or attribute, or the value is none of its type */
  public Correction enter(Request wanted, Actor actor) {
    Attribute attribute = attribute(wanted.attribute());
    Feature parcel = delivered(wanted.parcel()).orElseThrow(() -> new BadInput("parcel " + wanted.parcel(),
        "there is no such parcel in the newest delivery", "check the parcel number"));
    Object before = log().corrections().apply(parcel).attributes().get(attribute.name());
    Object value = value(attribute, wanted.value());
    return append(actor, new Correction(0, parcel.id(), attribute.name(), before, value, false,
        text("reason", wanted.reason()), wanted.evidence(), text("by", wanted.by()), now()));
  }

  /**
   * Takes back a correction that stands.
   *
   * @throws BadInput if there is none of that number, or it was replaced or taken back already
   */
  public Correction remove(long number, String reason, String by, Actor actor) {
    Correction entry = entries().stream().filter(each -> each.number() == number).findFirst()
        .orElseThrow(() -> new BadInput("correction " + number, "there is none of that number",
            "look it up in the history of its parcel"));
    if (!stands(entry)) {
      throw new BadInput("correction " + number, "no longer stands: it was replaced or taken back",
          "take back the one that stands; the history of " + entry.parcel() + " names it");
    }
    return append(actor, new Correction(0, entry.parcel(), entry.attribute(), entry.value(), null, true,
        text("reason", reason), null, text("by", by), now()));
  }

  private Correction append(Actor actor, Correction draft) {
    return store.by(actor).corrections().append(draft);
  }

  private Attribute attribute(String name) {
    return correctable().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() ->
        schema.find(name).isPresent()
            ? new BadInput(name, "cannot be corrected, because land-use figures are drawn from it as delivered",
                "import a corrected delivery")
            : new BadInput(name, "is no attribute of parcels",
                "use one of " + String.join(", ", correctable().stream().map(Attribute::name).toList())));
  }

  private static Object value(Attribute attribute, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return attribute.read(text("value", text));
    } catch (IllegalArgumentException e) {
      throw new BadInput(attribute.name(), e.getMessage(), "or leave it empty if the right value is unknown", e);
    }
  }

  private static String text(String field, String text) {
    if (text == null || text.isBlank()) {
      throw new BadInput(field, "is missing", "say " + (field.equals("by") ? "who corrects" : "why"));
    }
    if (text.length() > LONGEST_TEXT) {
      throw new BadInput(field, "is longer than " + LONGEST_TEXT + " characters", "shorten it");
    }
    return text.strip();
  }

  /** The parcel as delivered last. */
  public Optional<Feature> delivered(String parcel) {
    return store.find(DayLayers.at(store, null).parcels(), parcel);
  }

  public Attribute describe(Correction entry) {
    return schema.find(entry.attribute()).orElseThrow();
  }

  /** What the log keeps of a file that proves a correction. */
  public static Correction.Evidence evidence(String name, byte[] content) {
    try {
      return new Correction.Evidence(name, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  static CorrectionDesk of(Workspace workspace) {
    return new CorrectionDesk(workspace.store(), workspace.standards().schema(LayerKind.PARCELS));
  }
}
