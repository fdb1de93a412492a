package org.parkland.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parkland.access.Role;
import org.parkland.access.Sight;

/**
 * The same routes over the data as each role sees them. Roles that see alike share one view with everything that is
 * kept in it; roles that do not share nothing, so that no answer drawn for one can reach another.
 */
final class RoleViews {
  private final Map<Role, List<RouteTable.Route>> byRole = new EnumMap<>(Role.class);

  /** @param routes draws up the routes over a view of the data */
  RoleViews(Map<Role, Sight> sights, Function<Sight, RouteTable> routes) {
    Map<Sight, List<RouteTable.Route>> drawn = new HashMap<>();
    sights.forEach((role, sight) ->
        byRole.put(role, drawn.computeIfAbsent(sight, each -> routes.apply(each).routes())));
  }

  /** @throws IllegalStateException if the views are not of the same routes */
  void addTo(RoutesConfig config) {
    List<RouteTable.Route> first = byRole.get(Role.ADMIN);
    for (int i = 0; i < first.size(); i++) {
      RouteTable.Route route = first.get(i);
      int place = i;
      if (!byRole.values().stream().allMatch(each -> each.get(place).isSameAs(route))) {
        throw new IllegalStateException("the views differ in " + route.path());
      }
      config.addHttpHandler(route.method(), route.path(), context -> answer(context, place), route.needs());
    }
  }

  /** Answers differ by who asks and are packed for those who take it: no cache on the way may give one to another. */
  private void answer(Context context, int place) throws Exception {
    context.header("Cache-Control", "private, no-cache");
    context.header("Vary", "Cookie, Authorization, Accept-Encoding");
    byRole.get(Caller.role(context)).get(place).handler().handle(context);
  }
}
