package org.parkland.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.parkland.land.Correction;
import org.parkland.land.SavedScenario;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;

/** What the audit says of changes in the store. */
public final class Deeds {
  private Deeds() {}

  public static Deed imported(Snapshot stored) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("kind", stored.kind().word());
    after.put("name", stored.name());
    after.put("asOf", stored.asOf().toString());
    after.put("count", stored.count());
    after.put("source", stored.source());
    after.put("sha256", stored.sha256());
    after.put("by", stored.importedBy());
    return Deed.of(Action.IMPORT, "snapshot " + stored.id(), null, after);
  }

  public static Deed withdrawn(Snapshot snapshot, Withdrawal withdrawal) {
    return Deed.of(Action.WITHDRAW, "snapshot " + snapshot.id(),
        Map.of("standing", true), values("standing", false, "reason", withdrawal.reason(), "by", withdrawal.by()));
  }

  public static Deed corrected(Correction entry) {
    Map<String, Object> after = values("correction", entry.number(), entry.attribute(), text(entry.value()));
    after.put("takenBack", entry.takenBack());
    after.put("reason", entry.reason());
    after.put("evidence", entry.evidence() == null ? null : entry.evidence().sha256());
    after.put("by", entry.by());
    return Deed.of(Action.CORRECT, "parcel " + entry.parcel(), values(entry.attribute(), text(entry.before())), after);
  }

  public static Deed saved(SavedScenario version) {
    Map<String, Object> after = values("version", version.version(), "name", version.name(),
        "asOf", version.asOf().toString(), "by", version.savedBy());
    if (version.withdrawn() != null) {
      after.put("reason", version.withdrawn());
    }
    return Deed.of(version.withdrawn() == null ? Action.SCENARIO_SAVE : Action.SCENARIO_WITHDRAW,
        "scenario " + version.id(), version.version() == 1 ? null : values("version", version.version() - 1), after);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** Names and values in turn; values may be null. */
  static Map<String, Object> values(Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }
}
