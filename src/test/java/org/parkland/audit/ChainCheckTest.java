package org.parkland.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parkland.access.Actor;
import org.parkland.access.Role;

/** What a check finds of a chain that somebody has worked on. */
class ChainCheckTest {
  private static final Actor PLANNER = new Actor("李工", Role.PLANNER, "10.0.0.7");

  private static List<AuditEntry> chain(int length) {
    List<AuditEntry> chain = new ArrayList<>();
    Head head = Head.START;
    for (int i = 1; i <= length; i++) {
      Deed deed = Deed.of(Action.CORRECT, "parcel P" + i, Map.of("holder", "甲"), Map.of("holder", "乙" + i));
      chain.add(AuditEntry.after(head, "id" + i, Instant.parse("2026-01-05T01:00:00Z").plusSeconds(-i), PLANNER, deed));
      head = chain.get(i - 1).head();
    }
    return chain;
  }

  private static ChainCheck.Verdict check(List<AuditEntry> chain, Head kept, Head given) {
    ChainCheck check = new ChainCheck(given);
    chain.forEach(check::accept);
    return check.end(kept);
  }

  private static Head end(List<AuditEntry> chain) {
    return chain.isEmpty() ? Head.START : chain.get(chain.size() - 1).head();
  }

  private static AuditEntry withAfter(AuditEntry e, String after, String hash) {
    return new AuditEntry(e.sequence(), e.id(), e.at(), e.actor(), e.role(), e.address(), e.action(), e.object(),
        e.before(), after, e.previous(), hash);
  }

  @Test
  void aChainNobodyTouchedIsWholeWhateverTheClockDid() {
    List<AuditEntry> chain = chain(5);
    assertThat(check(chain, end(chain), null).isWhole()).isTrue();
    assertThat(check(chain, end(chain), chain.get(2).head()).isWhole()).isTrue();
    assertThat(check(List.of(), Head.START, null).isWhole()).isTrue();
  }

  @Test
  void aChangedEntryIsNamed() {
    List<AuditEntry> chain = chain(5);
    chain.set(2, withAfter(chain.get(2), "{}", chain.get(2).hash()));
    assertThat(check(chain, end(chain), null).breaks())
        .containsExactly("entry 3 (correct, parcel P3, by 李工 at 2026-01-05T00:59:57Z) was changed");
  }

  @Test
  void aChangedEntryWithAHashThatFitsBreaksTheNext() {
    List<AuditEntry> chain = chain(5);
    AuditEntry changed = withAfter(chain.get(2), "{}", null);
    chain.set(2, withAfter(changed, "{}", changed.digest()));
    assertThat(check(chain, end(chain), null).breaks())
        .containsExactly("entry 4 does not follow the one before it: that was changed or put in");
  }

  @Test
  void whatIsMissingIsNamedAtTheBeginningInTheMiddleAndAtTheEnd() {
    List<AuditEntry> chain = chain(9);
    Head end = end(chain);
    List<AuditEntry> left = new ArrayList<>(chain.subList(1, 7));
    left.subList(2, 4).clear();
    assertThat(check(left, end, null).breaks())
        .containsExactly("entry 1 is missing", "entries 4 to 5 are missing", "entries 8 to 9 are missing at the end");
  }

  /** Whoever can write the chain can write its head: only what is kept elsewhere shows a tail that is gone. */
  @Test
  void aTailCutOffWithItsHeadShowsAgainstAGivenHeadOnly() {
    List<AuditEntry> chain = chain(5);
    List<AuditEntry> left = chain.subList(0, 3);
    assertThat(check(left, end(left), null).isWhole()).isTrue();
    assertThat(check(left, end(left), end(chain)).breaks()).singleElement().asString()
        .startsWith("the chain ends at entry 3, before the given head 5");
  }

  @Test
  void aChainWrittenAnewShowsAgainstAGivenHead() {
    List<AuditEntry> other = new ArrayList<>();
    Head head = Head.START;
    for (int i = 1; i <= 5; i++) {
      other.add(AuditEntry.after(head, "x" + i, Instant.EPOCH, PLANNER, new Deed(Action.EXPORT, "parcels", null, null)));
      head = other.get(i - 1).head();
    }
    assertThat(check(other, end(other), null).isWhole()).isTrue();
    assertThat(check(other, end(other), chain(5).get(3).head()).breaks())
        .containsExactly("entry 4 is not the one the given head names: the chain was written anew");
  }

  /** Held as numbers, so that a program of another language can check an exported chain. */
  @Test
  void theHashOfAnEntryNeverChanges() {
    AuditEntry first = AuditEntry.after(Head.START, "0".repeat(32), Instant.parse("2026-01-05T01:00:00.5Z"), PLANNER,
        new Deed(Action.EXPORT, "parcels", null, "{\"format\":\"gpkg\"}"));
    assertThat(first.hash()).isEqualTo("9834a2a0b10c453b494abd8b07f0ea6b8894a5e7674523e5159401f810401834");
  }

  @Test
  void textsThatRunIntoEachOtherHaveOtherHashes() {
    AuditEntry one = AuditEntry.after(Head.START, "i", Instant.EPOCH, PLANNER, new Deed(Action.EXPORT, "ab", "c", null));
    AuditEntry two = AuditEntry.after(Head.START, "i", Instant.EPOCH, PLANNER, new Deed(Action.EXPORT, "a", "bc", null));
    AuditEntry three = AuditEntry.after(Head.START, "i", Instant.EPOCH, PLANNER, new Deed(Action.EXPORT, "ab", null, "c"));
    assertThat(List.of(one.hash(), two.hash(), three.hash())).doesNotHaveDuplicates();
  }

  /** A log-in under a name of zero bytes and half characters must not break the chain in any database. */
  @Test
  void textsAreKeptAsEveryDatabaseGivesThemBack() {
    Actor odd = new Actor("a\0b\uD800c\n" + "長".repeat(300), Role.VIEWER, "::1");
    AuditEntry entry = AuditEntry.after(Head.START, "i", Instant.EPOCH, odd,
        new Deed(Action.LOG_IN_REFUSED, "account \0", null, null));
    assertThat(entry.actor()).startsWith("a\uFFFDb\uFFFDc\uFFFD長").hasSize(200);
    assertThat(entry.object()).isEqualTo("account \uFFFD");
    assertThat(new String(entry.actor().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(entry.actor());
  }

  @Test
  void aHeadIsReadAsItIsWritten() {
    Head head = end(chain(2));
    assertThat(Head.parse(" " + head + "\n")).contains(head);
    assertThat(Head.parse("2:abc")).isEmpty();
    assertThat(Head.parse("-1:" + "0".repeat(64))).isEmpty();
  }
}
