package org.parkland.cli;

import java.time.Instant;
import org.parkland.access.AccessToken;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;
import org.parkland.analysis.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland tokens …}: what programs log in with. */
@Command(name = "tokens", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Tokens for programs: sent as 'Authorization: Bearer …', or as the password of QGIS and GDAL.")
final class TokensCommand {
  @Command(name = "create", mixinStandardHelpOptions = true,
      description = "Make a token. It is shown once; only its hash is kept.")
  int create(@Mixin DatabaseOptions database,
      @Parameters(paramLabel = "ACCOUNT", description = "Whose rights it has, at most.") String account,
      @Option(names = "--label", required = true, description = "What it is for.") String label,
      @Option(names = "--role", defaultValue = "viewer", description = "At most this role (default: viewer).") Role role,
      @Option(names = "--ogc", description = "Opens nothing but what is read under /ogc: for QGIS.") boolean ogc,
      @Option(names = "--days", defaultValue = "90", description = "How long it is valid (default: 90).") int days) {
    try (Workspace workspace = database.open()) {
      AccountDesk.Issued issued = desk(workspace).issue(account, new AccountDesk.Wanted(label, role,
          ogc ? AccessToken.Scope.OGC : AccessToken.Scope.ALL, days));
      System.out.println(issued.secret());
      System.err.println("token " + issued.token().id() + " of " + issued.token().account() + ", valid until "
          + issued.token().expiresAt() + "; it cannot be shown again");
    }
    return 0;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the tokens.")
  int list(@Mixin DatabaseOptions database) {
    try (Workspace workspace = database.open()) {
      for (AccessToken each : desk(workspace).tokens()) {
        System.out.printf("%s  %-8s %-4s %-8s until %s  %s: %s%n", each.id(), each.role().word(), each.scope().word(),
            state(each), each.expiresAt(), each.account(), each.label());
      }
    }
    return 0;
  }

  private static String state(AccessToken token) {
    return token.revokedAt() != null ? "revoked" : token.isValid(Instant.now()) ? "valid" : "expired";
  }

  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "End a token within a second.")
  int revoke(@Mixin DatabaseOptions database,
      @Parameters(paramLabel = "ID", description = "See 'parkland tokens list'.") String id) {
    try (Workspace workspace = database.open()) {
      desk(workspace).revoke(id);
      System.out.println("token " + id + " is revoked");
    }
    return 0;
  }

  private static AccountDesk desk(Workspace workspace) {
    return new AccountDesk(workspace.store().accounts());
  }
}
