package org.parkland.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Passwords;
import org.parkland.access.Role;
import org.parkland.access.Secret;
import org.parkland.store.AccountShelf;

/** Keeps accounts and tokens by their rules; what command line and server share. */
public final class AccountDesk {
  private static final int LONGEST_LABEL = 80;
  private static final int MOST_DAYS = 366;
  private static final int MOST_TOKENS = 50;
  private static final int ID_LETTERS = 8;
  /** So that whoever finds one in a file or a log knows what it is. */
  private static final String MARK = "parkland_";

  private final AccountShelf shelf;

  public AccountDesk(AccountShelf shelf) {
    this.shelf = shelf;
  }

  /** A token with its secret, which nobody can be told again. */
  public record Issued(AccessToken token, String secret) {}

  /** What a token is wanted for. */
  public record Wanted(String label, Role role, AccessToken.Scope scope, int days) {}

  public List<Account> accounts() {
    return shelf.accounts();
  }

  /** @throws BadInput if the name is taken or no name, or the password too easily guessed */
  public Account add(String typedName, Role role, String password) {
    String name = Account.nameOf(typedName);
    Account account = new Account(name, role, Passwords.hash(password, name), now(), null);
    if (!shelf.add(account)) {
      throw new BadInput("account '" + name + "'", "is there already",
          "choose another name; 'parkland accounts password' gives it a new password");
    }
    return account;
  }

  /** @throws BadInput if there is no such account */
  public Account find(String typedName) {
    String name = Account.normal(typedName);
    return shelf.accounts().stream().filter(each -> each.name().equals(name)).findFirst()
        .orElseThrow(() -> new BadInput("account '" + typedName + "'", "there is none of that name",
            "'parkland accounts list' shows them"));
  }

  /** Ends its sessions, too. */
  public void password(String name, String password) {
    Account account = find(name);
    shelf.replace(account.withPassword(Passwords.hash(password, account.name())));
  }

  public void role(String name, Role role) {
    Account account = find(name);
    if (!role.covers(Role.ADMIN)) {
      requireAnotherAdmin(account);
    }
    shelf.replace(account.withRole(role));
  }

  /** Its sessions and tokens end with it. */
  public void disable(String name) {
    Account account = find(name);
    requireAnotherAdmin(account);
    shelf.replace(account.disabled(account.isDisabled() ? account.disabledAt() : now()));
  }

  /** Lets it in again; its tokens, too, as long as they last. */
  public void enable(String name) {
    shelf.replace(find(name).disabled(null));
  }

  private void requireAnotherAdmin(Account account) {
    if (shelf.accounts().stream().noneMatch(each ->
        !each.name().equals(account.name()) && !each.isDisabled() && each.role().covers(Role.ADMIN))) {
      throw new BadInput("account '" + account.name() + "'", "is the last administrator", "add another one first");
    }
  }

  public List<AccessToken> tokens() {
    return shelf.tokens();
  }

  /**
   * Makes a token.
   *
   * @throws BadInput if it would have more rights than its owner, last more than a year or have no label
   */
  public Issued issue(String owner, Wanted wanted) {
    Account account = find(owner);
    if (account.isDisabled()) {
      throw new BadInput("account '" + account.name() + "'", "is disabled", "enable it first");
    }
    if (!account.role().covers(wanted.role())) {
      throw new BadInput("role " + wanted.role().word(), "is more than " + account.name() + " may do",
          "ask for at most " + account.role().word());
    }
    requireFit(account, wanted);
    String secret = MARK + Secret.random();
    String id = Secret.random().replaceAll("[-_]", "").substring(0, ID_LETTERS);
    Instant now = now();
    AccessToken token = new AccessToken(id, account.name(), wanted.label().strip(), wanted.role(), wanted.scope(),
        Secret.hash(secret), now, now.plus(Duration.ofDays(wanted.days())), null);
    shelf.add(token);
    return new Issued(token, secret);
  }

  private void requireFit(Account account, Wanted wanted) {
    if (wanted.label() == null || wanted.label().isBlank() || wanted.label().length() > LONGEST_LABEL) {
      throw new BadInput("the label", "is missing or longer than " + LONGEST_LABEL + " characters",
          "say what the token is for, such as 'QGIS on my laptop'");
    }
    if (wanted.days() < 1 || wanted.days() > MOST_DAYS) {
      throw new BadInput("days", "must be 1 to " + MOST_DAYS, "make a new token when this one has expired");
    }
    Instant now = now();
    if (shelf.tokens().stream().filter(each -> each.account().equals(account.name()) && each.isValid(now)).count()
        >= MOST_TOKENS) {
      throw new BadInput("account '" + account.name() + "'", "has " + MOST_TOKENS + " tokens", "revoke some first");
    }
  }

  public Optional<AccessToken> token(String id) {
    return shelf.tokens().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** @throws BadInput if there is no such token, or it is revoked already */
  public void revoke(String id) {
    if (!shelf.revoke(id, now())) {
      throw new BadInput("token " + id, "there is none, or it is revoked already",
          "'parkland tokens list' shows them");
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
