package org.parkland.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parkland.audit.Action;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.ChainCheck;
import org.parkland.bench.faults.Acknowledged.Kind;
import org.parkland.store.AuditLog;
import org.parkland.store.Contents;
import org.parkland.store.Store;

/** Looks whether what was acknowledged is there, and whether changes and audit agree. */
final class Inspection {
  private static final int PAGE = 1_000;

  private Inspection() {}

  /** @return what is missing or other than it was */
  static List<String> of(Client client, Acknowledged acknowledged) throws IOException, InterruptedException {
    List<String> lost = new ArrayList<>();
    Map<String, String> corrections =
        pages(client, "/api/corrections", "corrections", each -> Map.entry(each.path("number").asText(), each.path("after").asText()));
    lost.addAll(acknowledged.missing(Kind.CORRECTION, corrections));
    Map<String, String> scenarios = new HashMap<>();
    client.get("/api/scenarios").path("scenarios")
        .forEach(each -> scenarios.put(each.path("id").asText(), each.path("name").asText()));
    lost.addAll(acknowledged.missing(Kind.SCENARIO, scenarios));
    Map<String, String> counts = new HashMap<>();
    Map<String, String> withdrawals = new HashMap<>();
    for (JsonNode each : client.get("/api/snapshots").path("snapshots")) {
      counts.put(each.path("snapshot").asText(), each.path("count").asText());
      withdrawals.put(each.path("snapshot").asText(), each.path("withdrawal").path("reason").asText());
    }
    lost.addAll(acknowledged.missing(Kind.IMPORT, counts));
    lost.addAll(acknowledged.missing(Kind.WITHDRAWAL, withdrawals));
    lost.addAll(acknowledged.missing(Kind.EXPORT, pages(client, "/api/audit?action=export", "entries",
        each -> Map.entry(each.path("after").path("ids").asText(), each.path("action").asText()))));
    for (Kind each : List.of(Kind.TILE, Kind.FIGURES)) {
      Map<String, String> now = new HashMap<>();
      for (String path : acknowledged.of(each).keySet()) {
        now.put(path, String.valueOf(Arrays.hashCode(client.bytes(path))));
      }
      lost.addAll(acknowledged.missing(each, now));
    }
    return lost;
  }

  private interface Reader {
    Map.Entry<String, String> read(JsonNode row);
  }

  private static Map<String, String> pages(Client client, String path, String list, Reader reader)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>();
    for (int offset = 0; ; offset += PAGE) {
      JsonNode rows = client.get(path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE + "&offset=" + offset).path(list);
      rows.forEach(each -> {
        Map.Entry<String, String> entry = reader.read(each);
        all.put(entry.getKey(), entry.getValue());
      });
      if (rows.size() < PAGE) {
        return all;
      }
    }
  }

  /** @return where the audit's chain is broken, and where changes without an entry, or entries without a change, are */
  static List<String> ofAudit(Store store) {
    AuditLog audit = store.audit();
    ChainCheck.Verdict verdict = audit.verify(null);
    List<String> wrong = new ArrayList<>(verdict.breaks());
    Contents there = store.contents();
    compare(wrong, audit, Action.IMPORT, there.snapshots().size());
    compare(wrong, audit, Action.WITHDRAW, there.withdrawals());
    compare(wrong, audit, Action.CORRECT, there.corrections());
    compare(wrong, audit, Action.SCENARIO_SAVE, there.scenarios());
    return wrong;
  }

  private static void compare(List<String> wrong, AuditLog audit, Action action, long there) {
    long told = audit.count(new AuditFilter(null, action, null, null, null, 0));
    if (told != there) {
      wrong.add(there + " changes, but " + told + " entries of " + action.word());
    }
  }
}
