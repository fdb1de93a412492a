package org.parkland.audit;

import java.time.Instant;

/**
 * Which entries are asked for; null parts do not narrow.
 *
 * @param actor exactly this name
 * @param object entries whose object contains it
 * @param from not before
 * @param until before
 * @param upTo not behind this number: the pages of a list that grows stay where they are; 0 for all
 */
public record AuditFilter(String actor, Action action, String object, Instant from, Instant until, long upTo) {
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, 0);
}
