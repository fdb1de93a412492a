package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Actor;
import org.parkland.access.Role;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;

/** Accounts and tokens. Roles, scopes and times are kept as text, the same statements in both homes. */
public final class AccountTable {
  private AccountTable() {}

  public static List<Account> accounts(Connection connection) throws SQLException {
    List<Account> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select * from account order by name");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(new Account(row.getString("name"), role(row), row.getString("password"),
            Instant.parse(row.getString("created_at")), time(row, "disabled_at")));
      }
    }
    return found;
  }

  public static List<AccessToken> tokens(Connection connection) throws SQLException {
    List<AccessToken> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select * from access_token order by created_at, id");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(new AccessToken(row.getString("id"), row.getString("account"), row.getString("label"), role(row),
            AccessToken.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)), row.getString("hash"),
            Instant.parse(row.getString("created_at")), Instant.parse(row.getString("expires_at")),
            time(row, "revoked_at")));
      }
    }
    return found;
  }

  private static Role role(ResultSet row) throws SQLException {
    return Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }

  /** @return whether the name was free */
  public static boolean add(Connection connection, Actor actor, Account account) throws SQLException {
    return note(connection, actor, Action.ACCOUNT_ADD, "account " + account.name(), values(account), update(connection, "insert into account (name, role, password, created_at, disabled_at)"
        + " values (?, ?, ?, ?, ?) on conflict do nothing", account.name(), account.role().word(), account.password(),
        account.createdAt().toString(), text(account.disabledAt())));
  }

  /** @return whether there is such an account */
  public static boolean replace(Connection connection, Actor actor, Account account) throws SQLException {
    return note(connection, actor, Action.ACCOUNT_CHANGE, "account " + account.name(), values(account),
        update(connection, "update account set role = ?, password = ?, disabled_at = ? where name = ?",
        account.role().word(), account.password(), text(account.disabledAt()), account.name()));
  }

  public static boolean add(Connection connection, Actor actor, AccessToken token) throws SQLException {
    return note(connection, actor, Action.TOKEN_ADD, "token " + token.id(), values(token), update(connection, "insert into access_token (id, account, label, role, scope, hash, created_at,"
        + " expires_at, revoked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", token.id(), token.account(), token.label(),
        token.role().word(), token.scope().word(), token.hash(), token.createdAt().toString(),
        token.expiresAt().toString(), text(token.revokedAt())));
  }

  /** @return whether it was valid until now */
  public static boolean revoke(Connection connection, Actor actor, String tokenId, Instant at) throws SQLException {
    return note(connection, actor, Action.TOKEN_REVOKE, "token " + tokenId, null, update(connection, "update access_token set revoked_at = ? where id = ? and revoked_at is null",
        at.toString(), tokenId));
  }

  /** Says in the audit what was done, if it was. */
  private static boolean note(Connection connection, Actor actor, Action action, String object,
      Map<String, Object> after, boolean done) throws SQLException {
    if (done) {
      AuditTable.append(connection, actor, Deed.of(action, object, null, after));
    }
    return done;
  }

  /** Without the password: the hash is no affair of whoever reads the audit. */
  private static Map<String, Object> values(Account account) {
    return Deeds.values("role", account.role().word(), "disabled", account.isDisabled());
  }

  private static Map<String, Object> values(AccessToken token) {
    return Deeds.values("account", token.account(), "label", token.label(), "role", token.role().word(), "scope",
        token.scope().word(), "expiresAt", token.expiresAt().toString());
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  private static boolean update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate() == 1;
    }
  }
}
