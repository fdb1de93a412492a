package org.parkland.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Lets only the server's own page change anything: a page of another site could otherwise use a planner's browser to
 * reach a server on the planner's own machine. Programs that are no browsers send neither header and pass. Where
 * nobody has to log in, nothing at all is answered under a name that somebody else's DNS may have pointed here.
 */
final class SameOrigin {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final BooleanSupplier open;

  /** @param open whether nobody has to log in, which only a server on loopback allows */
  SameOrigin(BooleanSupplier open) {
    this.open = open;
  }

  /** Whether nobody but this machine reaches an address. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** @throws Problem if a page of another site asks for a change, or for anything where nobody has to log in */
  void require(Context context) {
    if (!namesThisMachine(context.host()) && open.getAsBoolean()) {
      throw Problem.forbidden("without accounts the server answers only as 127.0.0.1 or localhost");
    }
    if (HARMLESS.contains(context.method().name())) {
      return;
    }
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean own = site != null ? OWN.contains(site) : origin == null || hostOf(origin).equals(context.host());
    if (!own) {
      throw Problem.forbidden("only the server's own page may change anything");
    }
  }

  /** Host and port; {@code null} is what a page without an origin sends. */
  private static String hostOf(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A name that somebody else's DNS points here is none of this machine's own. */
  private static boolean namesThisMachine(String host) {
    String name = host == null ? "" : host.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
  }
}
