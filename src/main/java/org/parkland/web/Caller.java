package org.parkland.web;

import io.javalin.http.Context;
import org.parkland.access.Actor;

/** Who sent a request. The one place that attaches an actor to it, and where handlers ask for them. */
final class Caller {
  private static final String KEY = Caller.class.getName();

  private Caller() {}

  /** The one user of a server without accounts, asking from wherever the request came from. */
  static void attachLocal(Context context) {
    attach(context, Actor.local().at(context.ip()));
  }

  static void attach(Context context, Actor actor) {
    context.attribute(KEY, actor);
  }

  /** @throws IllegalStateException if nobody was attached: a request must never go on without an actor */
  static Actor of(Context context) {
    Actor actor = context.attribute(KEY);
    if (actor == null) {
      throw new IllegalStateException("no actor is attached to " + context.method() + " " + context.path());
    }
    return actor;
  }
}
