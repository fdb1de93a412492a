package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.parkland.access.AccessToken;
import org.parkland.access.Actor;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;
import org.parkland.store.Store;

/** Tokens for programs. Whoever has logged in keeps their own; an administrator sees and revokes everybody's. */
final class TokenRoutes {
  private static final Set<String> FIELDS = Set.of("label", "role", "scope", "days");
  private static final int USUAL_DAYS = 90;

  private final Store store;
  private final Roster roster;

  TokenRoutes(Store store, Roster roster) {
    this.store = store;
    this.roster = roster;
  }

  /** What is changed is put down to whoever asks. */
  private AccountDesk desk(Context context) {
    return new AccountDesk(store.by(Caller.of(context)).accounts());
  }

  void addTo(RouteTable routes) {
    routes.get("/api/tokens", Needs.VIEWER, this::list);
    routes.post("/api/tokens", Needs.VIEWER, this::issue);
    routes.delete("/api/tokens/{id}", Needs.VIEWER, this::revoke);
  }

  private void list(Context context) {
    Parameters.of(context);
    Actor actor = Caller.of(context);
    Json.answer(context, Map.of("tokens",
        desk(context).tokens().stream().filter(each -> mayKeep(actor, each)).map(TokenRoutes::row).toList()));
  }

  private static boolean mayKeep(Actor actor, AccessToken token) {
    return actor.role() == Role.ADMIN || token.account().equals(actor.name());
  }

  private static Map<String, Object> row(AccessToken token) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", token.id());
    row.put("account", token.account());
    row.put("label", token.label());
    row.put("role", token.role().word());
    row.put("scope", token.scope().word());
    row.put("createdAt", token.createdAt());
    row.put("expiresAt", token.expiresAt());
    row.put("revokedAt", token.revokedAt());
    return row;
  }

  /** Not for whoever comes with a token: a stolen one must not make others that outlive it. */
  private void issue(Context context) {
    Parameters.of(context);
    requireAccounts();
    String owner = requireLoggedIn(context);
    JsonNode body = ImportBody.read(context, FIELDS);
    Role role = Parameters.word("role", body.path("role").asText(Role.VIEWER.word()), Role.class);
    AccessToken.Scope scope =
        Parameters.word("scope", body.path("scope").asText(AccessToken.Scope.ALL.word()), AccessToken.Scope.class);
    AccountDesk.Issued issued = desk(context).issue(owner, new AccountDesk.Wanted(
        body.path("label").asText("").strip(), role, scope, body.path("days").asInt(USUAL_DAYS)));
    roster.forget();
    Map<String, Object> answer = row(issued.token());
    answer.put("token", issued.secret());
    context.status(201).header("Cache-Control", "no-store");
    Json.answer(context, answer);
  }

  private void revoke(Context context) {
    Parameters.of(context);
    requireAccounts();
    requireLoggedIn(context);
    String id = context.pathParam("id");
    Actor actor = Caller.of(context);
    AccountDesk desk = desk(context);
    desk.token(id).filter(each -> mayKeep(actor, each))
        .orElseThrow(() -> Problem.notFound("there is no token '" + id + "'", "id"));
    desk.revoke(id);
    roster.forget();
    context.status(204);
  }

  private static String requireLoggedIn(Context context) {
    return Caller.loggedIn(context).orElseThrow(() ->
        Problem.forbidden("a token neither makes nor revokes tokens; log in with the password"));
  }

  private void requireAccounts() {
    if (roster.isOpen()) {
      throw Problem.conflict("without accounts nobody needs a token; add one: bin/parkland accounts add NAME");
    }
  }
}
