package org.parkland.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.parkland.access.Actor;
import org.parkland.access.Role;

/** Who sent a request. The one place that attaches an actor to it, and where handlers ask for them. */
final class Caller {
  private static final String KEY = Caller.class.getName();
  private static final String ACCOUNT = KEY + ".account";
  private static final String SESSION = KEY + ".session";

  private Caller() {}

  /** The one user of a server without accounts, asking from wherever the request came from. */
  static void attachLocal(Context context, String address) {
    context.attribute(KEY, Actor.local().at(address));
  }

  /** Somebody with an account. @param bySession whether they have logged in, rather than sent a token */
  static void attach(Context context, Actor actor, boolean bySession) {
    context.attribute(KEY, actor);
    context.attribute(ACCOUNT, actor.name());
    context.attribute(SESSION, bySession);
  }

  /** @throws IllegalStateException if nobody was attached: a request must never go on without an actor */
  static Actor of(Context context) {
    return find(context).orElseThrow(() ->
        new IllegalStateException("no actor is attached to " + context.method() + " " + context.path()));
  }

  /** Empty where a route asks for nobody, and nobody is there. */
  static Optional<Actor> find(Context context) {
    return Optional.ofNullable(context.attribute(KEY));
  }

  /** By whose eyes the data are seen; where nobody is known, by those that see least. */
  static Role role(Context context) {
    return find(context).map(Actor::role).orElse(Role.VIEWER);
  }

  /** The account that has logged in; not one that a token stands for. */
  static Optional<String> loggedIn(Context context) {
    return Boolean.TRUE.equals(context.attribute(SESSION)) ? Optional.of(of(context).name()) : Optional.empty();
  }

  /**
   * The name under which something is kept: the account's. Only where there are no accounts is it what somebody says.
   *
   * @param said by the request; not asked where an account is known
   */
  static String signature(Context context, Supplier<String> said) {
    String account = context.attribute(ACCOUNT);
    return account != null ? account : said.get();
  }
}
