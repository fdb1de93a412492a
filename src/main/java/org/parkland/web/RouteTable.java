package org.parkland.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** The routes of the server as one role's view of the data answers them. A route without its needs cannot be named. */
final class RouteTable {
  /** @param needs what it asks of whoever calls it */
  record Route(HandlerType method, String path, Needs needs, Handler handler) {
    boolean isSameAs(Route other) {
      return method.equals(other.method) && path.equals(other.path) && needs == other.needs;
    }
  }

  private final List<Route> routes = new ArrayList<>();

  void get(String path, Needs needs, Handler handler) {
    routes.add(new Route(HandlerType.GET, path, needs, handler));
  }

  void post(String path, Needs needs, Handler handler) {
    routes.add(new Route(HandlerType.POST, path, needs, handler));
  }

  void delete(String path, Needs needs, Handler handler) {
    routes.add(new Route(HandlerType.DELETE, path, needs, handler));
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }
}
