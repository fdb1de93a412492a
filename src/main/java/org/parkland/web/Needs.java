package org.parkland.web;

import io.javalin.security.RouteRole;
import org.parkland.access.Role;

/** What a route asks of whoever calls it. Every route names one of these where it is registered. */
enum Needs implements RouteRole {
  /** Nothing: what is needed to log in, and to see that the server lives. */
  NOTHING(null),
  /** A viewer, or a token that opens nothing but the OGC API. */
  OGC(Role.VIEWER),
  VIEWER(Role.VIEWER),
  PLANNER(Role.PLANNER),
  ADMIN(Role.ADMIN);

  private final Role role;

  Needs(Role role) {
    this.role = role;
  }

  /** The least role; null where none is needed. */
  Role role() {
    return role;
  }
}
