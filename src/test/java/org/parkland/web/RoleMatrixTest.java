package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.access.AccessToken;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;

/** Every route with everybody, held against the table {@code role-matrix.txt}. */
class RoleMatrixTest {
  private static final Path TABLE = Path.of("src/test/resources/web/role-matrix.txt");
  private static final List<String> COLUMNS =
      List.of("nobody", "viewer", "planner", "admin", "ogc", "expired", "revoked");
  /** No parameter of any route: whoever gets in is told so before anything is drawn or changed. */
  private static final String UNKNOWN = "?no-such-parameter=1";

  @TempDir
  private static Path folder;
  private static Office office;
  private static final Map<String, String> TOKENS = new LinkedHashMap<>();

  @BeforeAll
  static void open() throws IOException {
    office = Office.open(folder);
    for (Role role : Role.values()) {
      TOKENS.put(role.word(), office.token(role));
    }
    TOKENS.put("ogc", token(AccessToken.Scope.OGC, 300).secret());
    AccountDesk.Issued revoked = token(AccessToken.Scope.ALL, 300);
    office.desk.revoke(revoked.token().id());
    TOKENS.put("revoked", revoked.secret());
    TOKENS.put("expired", token(AccessToken.Scope.ALL, 10).secret());
    office.clock.move(Duration.ofDays(20));
  }

  private static AccountDesk.Issued token(AccessToken.Scope scope, int days) {
    return office.desk.issue("admin", new AccountDesk.Wanted("test", Role.ADMIN, scope, days));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** Route → what everybody gets, in the order of the columns. */
  private static Map<String, List<String>> table() throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = List.of(line.strip().split("\\s+"));
        assertThat(cells).as(line).hasSize(2 + COLUMNS.size());
        table.put(cells.get(0) + " " + cells.get(1), cells.subList(2, cells.size()));
      }
    }
    return table;
  }

  @Test
  void theTableHasEveryRouteOfTheServer() throws Exception {
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(office.server.routes());
  }

  @Test
  void everyRouteAnswersEverybodyAsTheTableSays() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, String> sessions = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> row : table().entrySet()) {
      for (int i = 0; i < COLUMNS.size(); i++) {
        String who = COLUMNS.get(i);
        String expected = row.getValue().get(i);
        compare(wrong, row.getKey(), who + " by token", expected, TOKENS.containsKey(who)
            ? List.of("Authorization", "Bearer " + TOKENS.get(who)) : List.of());
        if (i >= 1 && i <= Role.values().length) {
          if (!sessions.containsKey(who)) {
            sessions.put(who, office.session(who));
          }
          compare(wrong, row.getKey(), who + " by session", expected, List.of("Cookie", sessions.get(who)));
        }
      }
      if (row.getKey().equals("DELETE /api/session")) {
        sessions.clear();
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(List<String> wrong, String route, String who, String expected, List<String> headers)
      throws Exception {
    String[] parts = route.split(" ");
    HttpRequest.Builder request = office.request(address(parts[1]))
        .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
        .header("Content-Type", "application/json");
    int status = Office.send(headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new))).statusCode();
    // The log-in itself answers 401 to whoever gives no right password; with none at all it is 400.
    String got = status == 401 || status == 403 ? String.valueOf(status) : status >= 500 ? "broken" : "in";
    if (!got.equals(expected)) {
      wrong.add(route + " answers " + status + " to " + who + ", not " + expected);
    }
  }

  private static String address(String path) {
    return path.replace("{state}", "current").replace("{z}/{x}/{y}", "3/6/3").replace("{kind}", "units")
        .replace("{what}", "parcels").replace("{format}", "csv").replaceAll("\\{\\w+}", "1").replace("*", "collections")
        + UNKNOWN;
  }

  /** Javalin answers HEAD by itself where a route answers GET. */
  @Test
  void headTellsNoMoreThanGet() throws Exception {
    for (Map.Entry<String, List<String>> row : table().entrySet()) {
      if (row.getKey().startsWith("GET ")) {
        int status = Office.send(office.request(address(row.getKey().substring(4)))
            .method("HEAD", BodyPublishers.noBody())).statusCode();
        assertThat(status == 401).as("HEAD " + row.getKey()).isEqualTo(row.getValue().get(0).equals("401"));
      }
    }
  }
}
