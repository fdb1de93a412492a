package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and tokens on the command line. */
class AccountsCommandTest {
  private static final String PASSWORD = "four words or more\n";

  @TempDir
  private Path folder;
  private String database;

  @BeforeEach
  void aDatabase() throws Exception {
    Path file = folder.resolve("office.gpkg");
    assertThat(Strips.run("import", Strips.district(folder.resolve("units.geojson")), file, "--as", "units").exit())
        .isZero();
    database = file.toString();
  }

  private Console run(String input, String... arguments) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
      all[arguments.length] = "--db";
      all[arguments.length + 1] = database;
      return Console.run(all);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void accountsAreAddedListedChangedAndDisabled() {
    assertThat(run(PASSWORD, "accounts", "add", "Wang", "--role", "admin").out()).contains("account wang has the role admin");
    assertThat(run(PASSWORD, "accounts", "add", "li", "--role", "viewer").exit()).isZero();
    Console again = run(PASSWORD, "accounts", "add", "ＷＡＮＧ", "--role", "viewer");
    assertThat(again.exit()).isEqualTo(Parkland.BAD_INPUT);
    assertThat(again.err()).contains("account 'wang'", "is there already");
    assertThat(run("", "accounts", "role", "li", "planner").out()).contains("account li has the role planner");
    assertThat(run("another password\n", "accounts", "password", "li").exit()).isZero();
    assertThat(run("", "accounts", "disable", "li").exit()).isZero();
    assertThat(run("", "accounts", "disable", "wang").err()).contains("last administrator");
    assertThat(run("", "accounts", "list").out().lines().toList()).hasSize(2)
        .anyMatch(each -> each.matches("planner .* li  \\(disabled .*\\)"))
        .anyMatch(each -> each.matches("admin .* wang"));
  }

  @Test
  void aPasswordIsNeverAnArgumentAndNeverWeak() {
    assertThat(run("", "accounts", "add", "li", "--role", "viewer").err()).contains("the password", "is missing");
    Console weak = run("short\n", "accounts", "add", "li", "--role", "viewer");
    assertThat(weak.exit()).isEqualTo(Parkland.BAD_INPUT);
    assertThat(weak.err()).contains("fewer than 10").doesNotContain("short\n");
    assertThat(run("", "accounts", "add", "li", "--role", "viewer", "--password", "x").exit()).isEqualTo(2);
    assertThat(run(PASSWORD, "accounts", "add", "no spaces", "--role", "viewer").err()).contains("is no name");
    assertThat(run("", "accounts", "list").out()).isEmpty();
  }

  @Test
  void aTokenIsShownOnceAndRevoked() {
    run(PASSWORD, "accounts", "add", "wang", "--role", "admin");
    Console made = run("", "tokens", "create", "wang", "--label", "QGIS", "--ogc", "--days", "30");
    String secret = made.out().strip();
    assertThat(secret).matches("parkland_[A-Za-z0-9_-]{43}");
    String line = run("", "tokens", "list").out();
    assertThat(line).contains("viewer", "ogc", "valid", "wang: QGIS").doesNotContain(secret);
    String id = line.substring(0, line.indexOf(' '));
    assertThat(made.err()).contains(id).doesNotContain(secret);
    assertThat(run("", "tokens", "revoke", id).exit()).isZero();
    assertThat(run("", "tokens", "revoke", id).err()).contains("revoked already");
    assertThat(run("", "tokens", "list").out()).contains("revoked");
    assertThat(run("", "tokens", "create", "nobody", "--label", "x").err()).contains("there is none of that name");
    assertThat(run("", "tokens", "create", "wang", "--label", "x", "--days", "9999").err()).contains("1 to 366");
  }
}
