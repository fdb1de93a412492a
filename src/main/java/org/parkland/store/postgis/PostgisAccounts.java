package org.parkland.store.postgis;

import java.time.Instant;
import java.util.List;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Actor;
import org.parkland.store.AccountShelf;
import org.parkland.store.sql.AccountTable;

/** Accounts on the server. */
record PostgisAccounts(Connections connections, Actor actor) implements AccountShelf {
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
    return connections.changing("add the account", connection -> AccountTable.add(connection, actor, account));
  }

  @Override
  public boolean replace(Account account) {
    return connections.changing("change the account", connection -> AccountTable.replace(connection, actor, account));
  }

  @Override
  public void add(AccessToken token) {
    connections.changing("add the token", connection -> AccountTable.add(connection, actor, token));
  }

  @Override
  public boolean revoke(String tokenId, Instant at) {
    return connections.changing("revoke the token", connection -> AccountTable.revoke(connection, actor, tokenId, at));
  }
}
