package org.parkland.audit;

import java.util.ArrayList;
import java.util.List;

/** Walks along a chain, entry by entry, and collects what does not fit. */
public final class ChainCheck {
  /** Beyond these they are only counted. */
  private static final int MOST_TOLD = 20;

  private final Head given;
  private final List<String> breaks = new ArrayList<>();
  private Head last = Head.START;
  private long entries;
  private long broken;
  private boolean metGiven;

  /** @param given a head that somebody kept elsewhere; null for none */
  public ChainCheck(Head given) {
    this.given = given;
    this.metGiven = given == null || given.equals(Head.START);
  }

  /** @param entry the next in the order of numbers */
  public void accept(AuditEntry entry) {
    entries++;
    if (entry.sequence() > last.sequence() + 1) {
      tell(missing(last.sequence() + 1, entry.sequence() - 1));
    } else if (!entry.previous().equals(last.hash())) {
      tell("entry " + entry.sequence() + " does not follow the one before it: that was changed or put in");
    }
    if (!entry.digest().equals(entry.hash())) {
      tell("entry " + entry.sequence() + " (" + entry.action() + ", " + entry.object() + ", by " + entry.actor() + " at "
          + entry.at() + ") was changed");
    }
    if (given != null && entry.sequence() == given.sequence()) {
      metGiven = true;
      if (!entry.hash().equals(given.hash())) {
        tell("entry " + entry.sequence() + " is not the one the given head names: the chain was written anew");
      }
    }
    last = entry.head();
  }

  private static String missing(long from, long to) {
    return from == to ? "entry " + from + " is missing" : "entries " + from + " to " + to + " are missing";
  }

  private void tell(String what) {
    broken++;
    if (breaks.size() < MOST_TOLD) {
      breaks.add(what);
    }
  }

  /** @param kept the head that the database keeps beside the chain */
  public Verdict end(Head kept) {
    if (kept.sequence() > last.sequence()) {
      tell(missing(last.sequence() + 1, kept.sequence()) + " at the end");
    } else if (!kept.equals(last)) {
      tell("the head kept in the database, " + kept + ", is not the last entry");
    }
    if (!metGiven) {
      tell("the chain ends at entry " + last.sequence() + ", before the given head " + given.sequence()
          + ": its end was cut off, or an older backup was restored");
    }
    return new Verdict(entries, last, broken, List.copyOf(breaks));
  }

  /**
   * What came of a check.
   *
   * @param entries read
   * @param head of the chain as it stands
   * @param broken places that do not fit
   * @param breaks the first of them, in words, in the order of the chain
   */
  public record Verdict(long entries, Head head, long broken, List<String> breaks) {
    public boolean isWhole() {
      return broken == 0;
    }
  }
}
