package org.parkland.store.embedded;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Actor;
import org.parkland.store.AccountShelf;
import org.parkland.store.sql.AccountTable;

/** Accounts in the file. They are not announced to other programs: QGIS shows no table of password hashes. */
record EmbeddedAccounts(Connections connections, Actor actor) implements AccountShelf {
  static final List<String> TABLES = List.of(
      """
      create table account (
        name text primary key not null, role text not null, password text not null, created_at text not null,
        disabled_at text)""",
      """
      create table access_token (
        id text primary key not null, account text not null references account (name), label text not null,
        role text not null, scope text not null, hash text not null unique, created_at text not null,
        expires_at text not null, revoked_at text)""",
      """
      create trigger account_stays before delete on account
        begin select raise(abort, 'an account is disabled, never removed'); end""",
      """
      create trigger access_token_stays before delete on access_token
        begin select raise(abort, 'a token is revoked, never removed'); end""");

  @Override
  public List<Account> accounts() {
    return connections.reading("list the accounts", AccountTable::accounts);
  }

  @Override
  public List<AccessToken> tokens() {
    return connections.reading("list the tokens", AccountTable::tokens);
  }

  @Override
  public boolean add(Account account) {
    return changing("add the account", connection -> AccountTable.add(connection, actor, account));
  }

  @Override
  public boolean replace(Account account) {
    return changing("change the account", connection -> AccountTable.replace(connection, actor, account));
  }

  @Override
  public void add(AccessToken token) {
    changing("add the token", connection -> AccountTable.add(connection, actor, token));
  }

  @Override
  public boolean revoke(String tokenId, Instant at) {
    return changing("revoke the token", connection -> AccountTable.revoke(connection, actor, tokenId, at));
  }

  private boolean changing(String what, Connections.Work<Boolean> work) {
    try {
      return connections.change(work);
    } catch (SQLException e) {
      throw connections.failure(what, e);
    }
  }
}
