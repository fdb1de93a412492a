package org.parkland.web;

import io.javalin.http.Context;
import io.javalin.router.InternalRouter;
import java.time.Clock;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.config.Settings;

/** Who gets in, put together: accounts, sessions, tokens and the gate before every route. */
final class Access {
  private final Gate gate;
  private final SameOrigin sameOrigin;
  private final SessionRoutes sessionRoutes;
  private final TokenRoutes tokenRoutes;

  Access(Workspace workspace, Clock clock, InternalRouter router) {
    Roster roster = new Roster(workspace.store().accounts(), clock);
    Sessions sessions = new Sessions(clock);
    Proxies proxies = new Proxies(workspace.settings().proxies());
    this.gate = new Gate(roster, sessions, proxies, router);
    this.sameOrigin = new SameOrigin(roster::isOpen);
    this.sessionRoutes = new SessionRoutes(roster, sessions, new LogIn(roster, new Throttle(clock)), proxies,
        workspace.store());
    this.tokenRoutes = new TokenRoutes(workspace.store(), roster);
  }

  /**
   * Where others can reach the server, they must log in.
   *
   * @throws BadInput if it is to listen to other machines and there are no accounts
   */
  static void requireSafe(Workspace workspace) {
    Settings settings = workspace.settings();
    if (!SameOrigin.isLoopback(settings.host()) && workspace.store().accounts().accounts().isEmpty()) {
      throw new BadInput("--host " + settings.host(), "lets other machines in, and there are no accounts yet",
          "add one: bin/parkland accounts add NAME --role admin; or serve on 127.0.0.1");
    }
  }

  /** Before every request. */
  void require(Context context) {
    sameOrigin.require(context);
  }

  /** Before every request that a route or a file answers. */
  void check(Context context) {
    gate.check(context);
  }

  void addTo(RouteTable routes) {
    sessionRoutes.addTo(routes);
    tokenRoutes.addTo(routes);
  }
}
