package org.parkland.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.RouteRole;
import io.javalin.security.Roles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Actor;
import org.parkland.access.Role;

/**
 * Lets a request through to its route, or not. It asks what the very route needs that will answer, so no way of writing
 * a path leads past it.
 */
final class Gate {
  private final Roster roster;
  private final Sessions sessions;
  private final Proxies proxies;
  private final InternalRouter router;

  Gate(Roster roster, Sessions sessions, Proxies proxies, InternalRouter router) {
    this.roster = roster;
    this.sessions = sessions;
    this.proxies = proxies;
    this.router = router;
  }

  /** Who asks: role and name, and how they showed it. */
  private record Pass(Account account, Role role, AccessToken.Scope scope, boolean session) {}

  /** @throws Problem with status 401 or 403 */
  void check(Context context) {
    String address = proxies.client(context);
    Needs needs = needs(context);
    if (roster.isOpen()) {
      if (Proxies.isForwarded(context)) {
        throw Problem.forbidden("a proxy lets others in, and there are no accounts;"
            + " add one: bin/parkland accounts add NAME --role admin");
      }
      Caller.attachLocal(context, address);
      return;
    }
    Optional<Pass> pass = pass(context);
    if (pass.isEmpty() && needs != Needs.NOTHING) {
      throw unauthorized(context);
    }
    pass.ifPresent(each -> {
      require(each, needs);
      Caller.attach(context, new Actor(each.account().name(), each.role(), address), each.session());
    });
  }

  /** What the route needs; files of the page belong to nobody and need nothing. */
  private Needs needs(Context context) {
    Set<RouteRole> roles = context.routeRoles();
    if (roles.isEmpty() && context.method().equals(HandlerType.HEAD)) {
      // Javalin answers HEAD where there is a GET route, without asking the route.
      ParsedEndpoint get = router.findFirstHttpHandlerEntry(HandlerType.GET, context.path());
      roles = get == null ? Set.of() : rolesOf(get.endpoint);
    }
    return roles.stream().map(Needs.class::cast).findFirst().orElse(Needs.NOTHING);
  }

  static Set<RouteRole> rolesOf(Endpoint endpoint) {
    Roles roles = endpoint.metadata(Roles.class);
    return roles == null ? Set.of() : roles.getRoles();
  }

  /** A token where one is sent, valid or not; else the session. */
  private Optional<Pass> pass(Context context) {
    String authorization = context.header("Authorization");
    if (authorization != null) {
      return secret(authorization).flatMap(roster::token).flatMap(token -> roster.active(token.account())
          .map(owner -> new Pass(owner, least(token, owner), token.scope(), false)));
    }
    return Optional.ofNullable(context.cookie(SessionCookie.NAME)).flatMap(each -> sessions.find(each, roster))
        .map(account -> new Pass(account, account.role(), AccessToken.Scope.ALL, true));
  }

  private static Role least(AccessToken token, Account owner) {
    return owner.role().covers(token.role()) ? token.role() : owner.role();
  }

  /** The token, as programs send it, or as the password of those that know only passwords: QGIS, GDAL, a browser. */
  private static Optional<String> secret(String authorization) {
    String[] parts = authorization.strip().split(" +", 2);
    if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
      return Optional.of(parts[1]);
    }
    if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
      try {
        String pair = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return Optional.of(pair.substring(pair.indexOf(':') + 1));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void require(Pass pass, Needs needs) {
    if (pass.scope() == AccessToken.Scope.OGC && needs != Needs.OGC && needs != Needs.NOTHING) {
      throw Problem.forbidden("this token opens nothing but /ogc");
    }
    if (needs.role() != null && !pass.role().covers(needs.role())) {
      throw Problem.forbidden("this needs the role " + needs.role().word() + "; " + pass.account().name() + " has "
          + pass.role().word());
    }
  }

  /** Says how to get in, but not as a browser would ask for itself: the page has a log-in of its own. */
  private static Problem unauthorized(Context context) {
    context.header("WWW-Authenticate", "Bearer realm=\"parkland\"");
    return Problem.unauthorized("log in, or send a token that is valid");
  }
}
