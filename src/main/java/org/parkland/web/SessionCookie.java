package org.parkland.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * The cookie of a session. No script reads it, no page of another site makes the browser send it. Strict costs nothing
 * here: the page itself is no secret, so a link from a mail opens it, and what it then asks for comes from this site.
 */
final class SessionCookie {
  static final String NAME = "parkland-session";
  private static final int WITH_BROWSER = -1;

  private SessionCookie() {}

  static void set(Context context, String secret, boolean secure) {
    context.cookie(new Cookie(NAME, secret, "/", WITH_BROWSER, secure, true, null, SameSite.STRICT));
  }

  static void clear(Context context, boolean secure) {
    context.cookie(new Cookie(NAME, "", "/", 0, secure, true, null, SameSite.STRICT));
  }
}
