package org.parkland.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.analysis.Passes;

/** How far the passes over whole layers have come, for whoever waits for an answer that needs one. */
final class ProgressRoutes {
  private final Passes passes;

  ProgressRoutes(Passes passes) {
    this.passes = passes;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/progress", Needs.VIEWER, this::progress);
  }

  private void progress(Context context) {
    Parameters.of(context);
    context.header("Cache-Control", "no-store");
    Json.answer(context, Map.of("passes", passes.standing().stream().map(ProgressRoutes::pass).toList()));
  }

  private static Map<String, Object> pass(Passes.Standing pass) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("what", pass.purpose().word());
    answer.put("done", pass.done());
    answer.put("total", pass.total());
    answer.put("perSecond", Math.round(pass.rate()));
    answer.put("remainingSeconds", pass.remaining() == null ? null : pass.remaining().toSeconds());
    return answer;
  }
}
