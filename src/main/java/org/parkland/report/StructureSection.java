package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.parkland.land.State;

/** The national structure table, current beside planned. */
final class StructureSection implements Section {
  @Override
  public void write(Draft draft) {
    JsonNode current = draft.answers().structure(State.CURRENT);
    JsonNode planned = draft.answers().structure(State.PLANNED);
    Map<String, JsonNode> plannedRows = new HashMap<>();
    planned.forEach(each -> plannedRows.put(each.path("id").asText(), each));
    draft.section("structure", draft.say("report.structure"));
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 1, draft.say("report.row"),
        draft.say("state.current"), draft.say("landuse.share"), draft.say("state.planned"), draft.say("landuse.share"),
        draft.say("landuse.change"));
    for (JsonNode row : current) {
      JsonNode then = plannedRows.getOrDefault(row.path("id").asText(), planned.path(-1));
      grid.row(row.path("within").isNull() ? "main" : "sub", new String[] {draft.words(row, "name"),
          draft.area(row.path("areaM2")), draft.percent(row.path("share")), draft.area(then.path("areaM2")),
          draft.percent(then.path("share")), change(draft, row, then)});
    }
    grid.write(draft.html);
    draft.end();
  }

  private static String change(Draft draft, JsonNode now, JsonNode then) {
    return then.isMissingNode() ? Rounding.UNKNOWN
        : Rounding.signed(draft.area(then.path("areaM2").asDouble() - now.path("areaM2").asDouble()));
  }
}
