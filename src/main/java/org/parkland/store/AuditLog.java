package org.parkland.store;

import java.util.List;
import java.util.function.Consumer;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.ChainCheck;
import org.parkland.audit.Deed;
import org.parkland.audit.Head;

/**
 * The audit of a store: entries are only ever added. Changes of the store itself write theirs in their own transaction;
 * what leaves the store as it is (exports, prints, log-ins) is written with {@link #append}.
 */
public interface AuditLog {
  /**
   * Writes down what the store's actor does. When it returns the entry outlasts a killed process, and has its place in
   * the chain as soon as no import holds the database.
   *
   * @throws org.parkland.BadInput if it cannot be written: what was to be done must then not be done
   */
  void append(Deed deed);

  /** The entries that pass, the newest first. */
  List<AuditEntry> newest(AuditFilter filter, int limit, long offset);

  long count(AuditFilter filter);

  /** All entries in the order of the chain. */
  void each(Consumer<AuditEntry> reader);

  /** The end of the chain, as the database keeps it. */
  Head head();

  /**
   * Follows the whole chain, as it stands at one moment.
   *
   * @param given a head that somebody kept elsewhere; null for none
   */
  ChainCheck.Verdict verify(Head given);
}
