package org.parkland.cli;

import org.parkland.access.Account;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;
import org.parkland.analysis.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland accounts …}: who may log in to the server. */
@Command(name = "accounts", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Who may log in. As long as there is no account, the server listens on this machine only and asks"
        + " nobody; with the first one everybody logs in. Passwords are asked for, or read as a line of standard"
        + " input.")
final class AccountsCommand {
  @Command(name = "add", mixinStandardHelpOptions = true, description = "Add an account.")
  int add(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--role", required = true, description = "viewer (maps and figures), planner (also scenarios,"
          + " corrections, exports) or admin (also imports, withdrawing, accounts).") Role role) {
    try (Workspace workspace = database.open()) {
      AccountDesk desk = desk(workspace);
      Account account = desk.add(Account.nameOf(name), role, PasswordPrompt.read(true));
      System.out.println("account " + account.name() + " has the role " + account.role().word());
    }
    return 0;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the accounts.")
  int list(@Mixin DatabaseOptions database) {
    try (Workspace workspace = database.open()) {
      for (Account each : desk(workspace).accounts()) {
        System.out.printf("%-8s %s  %s%s%n", each.role().word(), each.createdAt(), each.name(),
            each.isDisabled() ? "  (disabled " + each.disabledAt() + ")" : "");
      }
    }
    return 0;
  }

  @Command(name = "disable", mixinStandardHelpOptions = true,
      description = "Let an account in no longer; its sessions and tokens end within a second.")
  int disable(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name) {
    try (Workspace workspace = database.open()) {
      desk(workspace).disable(name);
      System.out.println("account " + name + " is disabled");
    }
    return 0;
  }

  @Command(name = "enable", mixinStandardHelpOptions = true, description = "Let a disabled account in again.")
  int enable(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name) {
    try (Workspace workspace = database.open()) {
      desk(workspace).enable(name);
      System.out.println("account " + name + " is enabled");
    }
    return 0;
  }

  @Command(name = "role", mixinStandardHelpOptions = true, description = "Give an account another role, at once.")
  int role(@Mixin DatabaseOptions database, @Parameters(index = "0", paramLabel = "NAME") String name,
      @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, planner or admin.") Role role) {
    try (Workspace workspace = database.open()) {
      desk(workspace).role(name, role);
      System.out.println("account " + name + " has the role " + role.word());
    }
    return 0;
  }

  @Command(name = "password", mixinStandardHelpOptions = true,
      description = "Give an account a new password; its sessions end within a second.")
  int password(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name) {
    try (Workspace workspace = database.open()) {
      AccountDesk desk = desk(workspace);
      desk.password(desk.find(name).name(), PasswordPrompt.read(true));
      System.out.println("account " + name + " has a new password");
    }
    return 0;
  }

  private static AccountDesk desk(Workspace workspace) {
    return new AccountDesk(workspace.store().accounts());
  }
}
