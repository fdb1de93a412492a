package org.parkland.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.parkland.store.Store;

/** Says in the audit what leaves the house as a file, before its first byte does: what cannot be written down stays. */
final class Handouts {
  private final Store store;

  Handouts(Store store) {
    this.store = store;
  }

  /** A file that is ready. */
  void note(Context context, Action action, String what) {
    note(context, action, what, Map.of());
  }

  /** @param more than the parameters of the request say, such as the number of rows */
  void note(Context context, Action action, String what, Map<String, ?> more) {
    Map<String, Object> after = new LinkedHashMap<>(asked(context));
    after.putAll(more);
    store.by(Caller.of(context)).audit().append(Deed.of(action, what, null, after));
  }

  /** In the order of their names. */
  private static Map<String, Object> asked(Context context) {
    Map<String, Object> asked = new TreeMap<>();
    context.queryParamMap().forEach((name, values) -> asked.put(name, values.get(0)));
    return asked;
  }
}
