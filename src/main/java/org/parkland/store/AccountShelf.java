package org.parkland.store;

import java.time.Instant;
import java.util.List;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;

/** Accounts and their tokens. None is ever removed, so that the names in the audit keep their meaning. */
public interface AccountShelf {
  /** All accounts, disabled ones too, by name. */
  List<Account> accounts();

  /** All tokens, expired and revoked ones too, oldest first. */
  List<AccessToken> tokens();

  /** @return false if there is an account of that name */
  boolean add(Account account);

  /**
   * Changes role, password or standing of the account of that name.
   *
   * @return false if there is none
   */
  boolean replace(Account account);

  void add(AccessToken token);

  /** @return false if there is no such token, or it is revoked already */
  boolean revoke(String tokenId, Instant at);
}
