package org.parkland.access;

import java.time.Instant;
import java.util.Locale;

/**
 * Lets a program in on behalf of an account, with no more rights than it.
 *
 * @param id names it in lists; no secret
 * @param account the name of its owner
 * @param label what it is for, in the owner's words
 * @param role at most this role, and at most the owner's
 * @param hash as {@link Secret#hash} makes it
 * @param revokedAt null while it was not taken back
 */
public record AccessToken(String id, String account, String label, Role role, Scope scope, String hash,
    Instant createdAt, Instant expiresAt, Instant revokedAt) {
  /** What a token opens. */
  public enum Scope {
    /** Everything its role may do. */
    ALL,
    /** Only what is read under {@code /ogc}: for QGIS, ArcGIS and GDAL. */
    OGC;

    /** As it is written in options and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isValid(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "AccessToken[" + id + " of " + account + "]";
  }
}
