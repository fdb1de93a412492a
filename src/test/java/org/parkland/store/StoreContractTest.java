package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Actor;
import org.parkland.access.Role;
import org.parkland.audit.Action;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.ChainCheck;
import org.parkland.audit.Deed;
import org.parkland.land.Correction;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.SavedScenario;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;

/** What every home of the store must do in the same way. */
public abstract class StoreContractTest {
  private Store store;

  /** Opens the store of the test; a second call opens the same data again. */
  protected abstract Store open();

  /** Removes what the test before has left. */
  protected abstract void clear() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    clear();
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aNewStoreHoldsNothing() {
    assertThat(store.snapshots()).isEmpty();
  }

  @Test
  void accountsAndTokensAreKeptAndNeverRemoved() {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    AccountShelf shelf = store.by(new Actor("wang", Role.ADMIN, "10.0.0.1")).accounts();
    assertThat(shelf.accounts()).isEmpty();
    Account li = new Account("李", Role.VIEWER, "$argon2id$…", now, null);
    assertThat(shelf.add(li)).isTrue();
    assertThat(shelf.add(li.withRole(Role.ADMIN))).isFalse();
    assertThat(shelf.replace(li.withRole(Role.PLANNER).disabled(now))).isTrue();
    assertThat(shelf.replace(new Account("nobody", Role.ADMIN, "x", now, null))).isFalse();
    AccessToken token = new AccessToken("t1", "李", "QGIS", Role.VIEWER, AccessToken.Scope.OGC, "hash", now,
        now.plusSeconds(60), null);
    shelf.add(token);
    assertThat(shelf.revoke("t2", now)).isFalse();
    store.close();
    store = open();
    assertThat(store.accounts().accounts()).containsExactly(li.withRole(Role.PLANNER).disabled(now));
    assertThat(store.accounts().tokens()).containsExactly(token);
    assertThat(store.accounts().revoke("t1", now)).isTrue();
    assertThat(store.accounts().revoke("t1", now)).isFalse();
    assertThat(store.accounts().tokens()).extracting(AccessToken::revokedAt).containsExactly(now);
    List<AuditEntry> entries = store.audit().newest(AuditFilter.ALL, 10, 0);
    assertThat(entries).extracting(AuditEntry::action)
        .containsExactly("token-revoke", "token-add", "account-change", "account-add");
    assertThat(entries.get(3).actor()).isEqualTo("wang");
    assertThat(entries).noneMatch(each -> String.valueOf(each.after()).contains("argon2")
        || String.valueOf(each.after()).contains("hash"));
  }

  @Test
  void correctionsKeepTheirOrderTheirValuesAndOutliveImports() {
    assertThat(store.corrections().after(0)).isEmpty();
    Correction set = store.corrections().append(correction("started_on", null, LocalDate.of(2023, 5, 1)));
    Rows.store(store, Rows.draft(), Rows.squares(3));
    Correction flag = store.corrections().append(correction("seized", true, null));
    try (Store other = open()) {
      assertThat(other.corrections().after(0)).containsExactly(set, flag);
      assertThat(other.corrections().after(set.number())).containsExactly(flag);
    }
  }

  @Test
  void changesAreInTheAuditWithWhoAndWhatAndRefusedOnesAreNot() {
    Actor planner = new Actor("李工", Role.PLANNER, "10.0.0.7");
    Store theirs = store.by(planner);
    Snapshot stored = Rows.store(theirs, Rows.draft(), Rows.squares(3));
    theirs.corrections().append(correction("started_on", null, LocalDate.of(2023, 5, 1)));
    Withdrawal wrong = new Withdrawal("坐标错误", "李工", Instant.parse("2026-01-05T01:00:00Z"));
    theirs.withdraw(stored.id(), wrong);
    assertThatThrownBy(() -> theirs.withdraw(stored.id(), wrong)).isInstanceOf(BadInput.class);
    store.begin(Rows.draft()).close();
    store.audit().append(Deed.of(Action.EXPORT, "parcels", null, Map.of("format", "gpkg", "count", 3)));
    try (Store other = open()) {
      List<AuditEntry> entries = other.audit().newest(AuditFilter.ALL, 10, 0);
      assertThat(entries).extracting(AuditEntry::action).containsExactly("export", "withdraw", "correct", "import");
      assertThat(entries).extracting(AuditEntry::actor)
          .containsExactly(System.getProperty("user.name"), "李工", "李工", "李工");
      assertThat(entries).extracting(AuditEntry::address).containsExactly("local", "10.0.0.7", "10.0.0.7", "10.0.0.7");
      assertThat(entries.get(1).object()).isEqualTo("snapshot " + stored.id());
      assertThat(entries.get(2).after()).contains("\"started_on\":\"2023-05-01\"");
      assertThat(entries.get(3).after()).contains("\"count\":3");
      ChainCheck.Verdict verdict = other.audit().verify(store.audit().head());
      assertThat(verdict.breaks()).isEmpty();
      assertThat(verdict.entries()).isEqualTo(4);
    }
  }

  @Test
  void theAuditIsNarrowedAndPaged() {
    for (int i = 1; i <= 7; i++) {
      store.by(new Actor("u" + i % 2, Role.PLANNER, "::1")).audit()
          .append(new Deed(i % 3 == 0 ? Action.PRINT : Action.EXPORT, "layer_" + i + "%", null, null));
    }
    AuditLog audit = store.audit();
    assertThat(numbers(audit, AuditFilter.ALL, 3, 2)).containsExactly(5L, 4L, 3L);
    assertThat(numbers(audit, new AuditFilter("u1", null, null, null, null, 0), 10, 0)).containsExactly(7L, 5L, 3L, 1L);
    assertThat(numbers(audit, new AuditFilter(null, Action.PRINT, null, null, null, 0), 10, 0)).containsExactly(6L, 3L);
    assertThat(numbers(audit, new AuditFilter(null, null, "R_5%", null, null, 0), 10, 0)).containsExactly(5L);
    assertThat(numbers(audit, new AuditFilter(null, null, null, null, null, 4), 10, 0)).containsExactly(4L, 3L, 2L, 1L);
    Instant fourth = audit.newest(AuditFilter.ALL, 1, 3).get(0).at();
    assertThat(numbers(audit, new AuditFilter(null, null, null, null, fourth, 0), 10, 0)).doesNotContain(4L, 7L);
    assertThat(numbers(audit, new AuditFilter(null, null, null, fourth, null, 0), 10, 0)).contains(4L, 7L);
    assertThat(audit.count(new AuditFilter("u1", null, null, null, null, 5))).isEqualTo(3);
  }

  private static List<Long> numbers(AuditLog audit, AuditFilter filter, int limit, long offset) {
    return audit.newest(filter, limit, offset).stream().map(AuditEntry::sequence).toList();
  }

  @Test
  void whatHappensDuringAnImportIsInTheAuditToo() {
    try (SnapshotWriter writer = store.begin(Rows.draft())) {
      writer.add(Rows.squares(1).get(0));
      store.by(new Actor("甲", Role.VIEWER, "::1")).audit().append(new Deed(Action.LOG_IN, "account 甲", null, null));
      store.by(new Actor("乙", Role.VIEWER, "::1")).audit().append(new Deed(Action.EXPORT, "parcels", null, null));
      writer.commit("{}");
    }
    assertThat(store.audit().newest(AuditFilter.ALL, 10, 0)).extracting(AuditEntry::action)
        .containsExactly("import", "export", "log-in");
    assertThat(store.audit().verify(null).breaks()).isEmpty();
    assertThat(store.audit().count(AuditFilter.ALL)).isEqualTo(3);
  }

  @Test
  void manyAtOnceMakeOneChain() throws Exception {
    try (Store other = open()) {
      List<Thread> threads = Stream.of(store, other, store, other).map(each -> new Thread(() -> {
        for (int i = 0; i < 25; i++) {
          each.audit().append(new Deed(Action.EXPORT, "parcels " + i, null, null));
        }
      })).toList();
      threads.forEach(Thread::start);
      for (Thread each : threads) {
        each.join();
      }
      assertThat(other.audit().verify(null).breaks()).isEmpty();
      assertThat(other.audit().count(AuditFilter.ALL)).isEqualTo(100);
    }
  }

  private static Correction correction(String attribute, Object before, Object value) {
    return new Correction(0, "P1", attribute, before, value, value == null, "现场核查",
        value == null ? null : new Correction.Evidence("核查.pdf", "9f86"), "office", Instant.parse("2026-01-05T01:00:00Z"));
  }

  @Test
  void aSnapshotIsInvisibleUntilItsCommitAndThenWhole() {
    try (Store other = open(); SnapshotWriter writer = store.begin(Rows.draft())) {
      Rows.squares(2_500).forEach(writer::add);
      assertThat(other.snapshots()).isEmpty();
      Snapshot stored = writer.commit("{\"read\": 2500}");
      assertThat(other.snapshots()).containsExactly(stored);
      assertThat(Rows.of(other, stored)).hasSize(2_500);
    }
  }

  @Test
  void whatIsListedIsWhatCommitReturned() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.squares(3));
    assertThat(stored.id()).isPositive();
    assertThat(stored.count()).isEqualTo(3);
    assertThat(stored.report()).isEqualTo(Rows.REPORT);
    assertThat(store.snapshots()).containsExactly(stored);
  }

  @Test
  void descriptionsSurviveToTheLetter() {
    for (LayerKind kind : LayerKind.values()) {
      Snapshot draft = Rows.draft(kind, "层 \"O'Neil\"; drop table snapshot; --", Rows.DAY);
      Snapshot stored = Rows.store(store, draft, List.of(Rows.square(1)));
      assertThat(stored).usingRecursiveComparison().ignoringFields("id", "count", "report").isEqualTo(draft);
    }
    assertThat(store.snapshots()).extracting(Snapshot::kind).containsExactly(LayerKind.values());
  }

  @Test
  void aRolledBackSnapshotLeavesNothing() {
    for (int rows : new int[] {0, 1, 5_000}) {
      try (SnapshotWriter writer = store.begin(Rows.draft())) {
        Rows.squares(rows).forEach(writer::add);
      }
      assertThat(store.snapshots()).isEmpty();
    }
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.squares(2));
    assertThat(Rows.of(store, stored)).hasSize(2);
  }

  @Test
  void attributesOfEveryTypeComeBack() {
    List<Feature> rows = Rows.attributesOfEveryType();
    Snapshot stored = Rows.store(store, Rows.draft(), rows);
    assertThat(Rows.of(store, stored)).usingRecursiveFieldByFieldElementComparatorOnFields("row", "attributes", "extra")
        .isEqualTo(rows);
  }

  @Test
  void geometriesComeBackBitByBit() {
    List<Feature> rows = Rows.geometries();
    Snapshot stored = Rows.store(store, Rows.draft(LayerKind.REFERENCE, "shapes", Rows.DAY), rows);
    List<Feature> back = Rows.of(store, stored);
    assertThat(back).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(Rows.wkb(back.get(i))).as(rows.get(i).geometry().toText()).isEqualTo(Rows.wkb(rows.get(i)));
    }
  }

  @Test
  void rowsComeInTheOrderOfTheFile() {
    List<Feature> rows = Rows.squares(3_000);
    Snapshot stored = Rows.store(store, Rows.draft(), rows);
    List<Long> order = rows.stream().map(Feature::row).toList();
    assertThat(Rows.of(store, stored)).extracting(Feature::row).isEqualTo(order);
    assertThat(Rows.of(store, stored, FeatureQuery.all().within(new Envelope(-1e9, 1e9, -1e9, 1e9))))
        .extracting(Feature::row).isEqualTo(order);
  }

  @Test
  void aWindowYieldsExactlyTheRowsWhoseBoxMeetsIt() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.squares(2_000));
    double east = Rows.EAST;
    for (Envelope window : List.of(new Envelope(east + 5, east + 95, Rows.NORTH + 5, Rows.NORTH + 45),
        new Envelope(east + 10, east + 10, Rows.NORTH + 10, Rows.NORTH + 10),
        new Envelope(east + 9.999, east + 10.001, Rows.NORTH, Rows.NORTH + 0.001),
        new Envelope(east - 5, east - 0.001, Rows.NORTH, Rows.NORTH + 1))) {
      assertThat(Rows.of(store, stored, FeatureQuery.all().within(window))).extracting(Feature::id).as(window.toString())
          .containsExactlyElementsOf(Rows.squares(2_000).stream()
              .filter(each -> each.geometry().getEnvelopeInternal().intersects(window)).map(Feature::id).toList());
    }
  }

  @Test
  void aLimitCountsRowsInsideTheWindow() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.squares(500));
    Envelope window = new Envelope(Rows.EAST + 5, Rows.EAST + 95, Rows.NORTH + 15, Rows.NORTH + 45);
    FeatureQuery all = FeatureQuery.all().within(window);
    FeatureQuery three = FeatureQuery.all().within(window).atMost(3);
    assertThat(Rows.of(store, stored, three)).extracting(Feature::id)
        .isEqualTo(Rows.of(store, stored, all).stream().limit(3).map(Feature::id).toList());
    assertThat(Rows.of(store, stored, FeatureQuery.all().atMost(7))).hasSize(7);
  }

  @Test
  void oneRowIsFoundByItsId() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.attributesOfEveryType());
    assertThat(store.find(stored, "O'Neil \"7\"")).hasValueSatisfying(each -> assertThat(each.row()).isEqualTo(3));
    assertThat(store.find(stored, "' or '1' = '1")).isEmpty();
    assertThat(store.find(stored, "o'neil \"7\"")).isEmpty();
  }

  @Test
  void textIsLookedForInAllNamesIgnoringCase() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.attributesOfEveryType());
    Map<String, List<Long>> expected = Map.of("江海", List.of(1L), "ACME", List.of(2L), "acme", List.of(2L), "o'n", List.of(3L),
        "100%", List.of(2L), "%", List.of(2L), "_", List.of(), "\\", List.of(3L), "\"7\"", List.of(3L));
    expected.forEach((text, rows) -> assertThat(Rows.of(store, stored, FeatureQuery.all().containing(text, 10)))
        .extracting(Feature::row).as(text).isEqualTo(rows));
    assertThat(Rows.of(store, stored, FeatureQuery.all().containing("", 2))).hasSize(2);
  }

  @Test
  void onlyTheAttributesAskedForCome() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.attributesOfEveryType());
    Feature two = Rows.of(store, stored, FeatureQuery.all().only("id", "signed_on")).get(0);
    assertThat(two.attributes()).containsOnlyKeys("id", "signed_on");
    assertThat(two.extra()).isEmpty();
    Feature none = Rows.of(store, stored, FeatureQuery.all().only()).get(0);
    assertThat(none.attributes()).isEmpty();
    assertThat(none.geometry().isEmpty()).isFalse();
  }

  @Test
  void aSecondWriterIsRefusedAndReadersDoNotWait() {
    Snapshot old = Rows.store(store, Rows.draft(), Rows.squares(10));
    try (Store other = open(); SnapshotWriter writer = store.begin(Rows.draft(LayerKind.ZONING, "zoning", Rows.DAY))) {
      writer.add(Rows.square(1));
      assertThatThrownBy(() -> other.begin(Rows.draft())).isInstanceOf(BadInput.class)
          .hasMessageContaining("another import is under way (江海'\"宗地.zip · 宗地, begun by 规划科 at ");
      assertThat(Rows.of(other, old)).hasSize(10);
      writer.commit(Rows.REPORT);
      Rows.store(other, Rows.draft(), Rows.squares(1));
    }
    assertThat(store.snapshots()).hasSize(3);
  }

  @Test
  void aWriterCanBeginWhereAnotherWasClosed() {
    store.begin(Rows.draft()).close();
    Rows.store(store, Rows.draft(), Rows.squares(1));
    assertThat(store.snapshots()).hasSize(1);
  }

  @Test
  void snapshotsDoNotChange() {
    Snapshot first = Rows.store(store, Rows.draft(), Rows.squares(20));
    List<Object> before = Rows.content(store, first);
    Snapshot second = Rows.store(store, Rows.draft(), Rows.squares(5));
    try (SnapshotWriter writer = store.begin(Rows.draft())) {
      writer.add(Rows.square(1));
      writer.commit(Rows.REPORT);
      assertThatThrownBy(() -> writer.add(Rows.square(2))).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Rows.content(store, first)).isEqualTo(before);
    assertThat(store.snapshots()).extracting(Snapshot::count).containsExactly(20L, 5L, 1L);
    assertThat(second.id()).isGreaterThan(first.id());
  }

  @Test
  void aCursorKeepsReadingWhileASnapshotIsAdded() {
    Snapshot first = Rows.store(store, Rows.draft(), Rows.squares(4_000));
    try (FeatureCursor rows = store.features(first, FeatureQuery.all())) {
      rows.next();
      Rows.store(store, Rows.draft(), Rows.squares(10));
      assertThat(IntStream.range(1, 4_000).mapToObj(i -> rows.next()).toList()).hasSize(3_999);
      assertThat(rows.hasNext()).isFalse();
    }
  }

  @Test
  void cursorsThatAreNotReadToTheirEndAndClosedTwiceDoNoHarm() {
    Snapshot first = Rows.store(store, Rows.draft(), Rows.squares(3_000));
    for (int i = 0; i < 40; i++) {
      FeatureCursor rows = store.features(first, FeatureQuery.all());
      rows.next();
      rows.close();
      rows.close();
    }
    assertThat(Rows.of(store, first)).hasSize(3_000);
  }

  @Test
  void oddNamesOfLayersKeepTheirTablesApart() {
    String longName = "永久基本农田".repeat(12);
    List<String> names = List.of("永久基本农田", "永久-基本-农田", "永久 基本 农田", "a\"b'c;d", "", "𠮷野", longName, longName + "二",
        "Road", "road", "select");
    List<Snapshot> stored = IntStream.range(0, names.size()).mapToObj(i -> Rows.store(store,
        Rows.draft(LayerKind.CONSTRAINT, names.get(i), Rows.DAY), Rows.squares(i + 1))).toList();
    assertThat(store.snapshots()).isEqualTo(stored);
    assertThat(stored).extracting(Snapshot::name).isEqualTo(names);
    stored.forEach(each -> assertThat(Rows.of(store, each)).hasSize((int) each.count()));
  }

  @Test
  void theNewestSnapshotThatIsNotLaterSpeaksForADay() {
    Snapshot early = Rows.store(store, Rows.draft(LayerKind.PARCELS, "parcels", Rows.DAY.minusYears(5)), Rows.squares(1));
    Snapshot late = Rows.store(store, Rows.draft(), Rows.squares(1));
    Snapshot mended = Rows.store(store, Rows.draft(), Rows.squares(2));
    Snapshot units = Rows.store(store, Rows.draft(LayerKind.UNITS, "units", Rows.DAY), Rows.squares(1));
    List<Snapshot> all = store.snapshots();
    assertThat(Snapshots.at(all, LayerKind.PARCELS, Rows.DAY.minusDays(1))).hasValue(early);
    assertThat(Snapshots.at(all, LayerKind.PARCELS, Rows.DAY)).hasValue(mended).isNotEqualTo(late);
    assertThat(Snapshots.at(all, LayerKind.PARCELS, Rows.DAY.minusYears(6))).isEmpty();
    assertThat(Snapshots.at(all, LayerKind.UNITS, Rows.DAY.minusYears(6))).hasValue(units);
  }

  @Test
  void aWithdrawnSnapshotStaysAndTheOneBeforeSpeaksAgain() {
    Snapshot early = Rows.store(store, Rows.draft(LayerKind.PARCELS, "parcels", Rows.DAY.minusYears(1)), Rows.squares(2));
    Snapshot wrong = Rows.store(store, Rows.draft(), Rows.squares(7));
    Withdrawal why = new Withdrawal("坐标错误 \"O'Neil\"", "规划科", Instant.parse("2026-02-03T04:05:06Z"));
    Snapshot withdrawn = store.withdraw(wrong.id(), why);
    assertThat(withdrawn).isEqualTo(wrong.withdrawn(why));
    try (Store other = open()) {
      assertThat(other.snapshots()).containsExactly(early, withdrawn);
      assertThat(Rows.of(other, withdrawn)).hasSize(7);
      assertThat(Snapshots.at(other.snapshots(), LayerKind.PARCELS, Rows.DAY)).hasValue(early);
      assertThat(Snapshots.allAt(other.snapshots(), LayerKind.PARCELS, Rows.DAY)).containsExactly(early);
    }
  }

  @Test
  void whatCannotBeWithdrawnIsSaid() {
    Snapshot stored = Rows.store(store, Rows.draft(), Rows.squares(1));
    Withdrawal why = new Withdrawal("重复", "规划科", Instant.parse("2026-02-03T04:05:06Z"));
    assertThatThrownBy(() -> store.withdraw(stored.id() + 1, why)).isInstanceOf(BadInput.class)
        .hasMessageContaining("holds no snapshot " + (stored.id() + 1));
    store.withdraw(stored.id(), why);
    assertThatThrownBy(() -> store.withdraw(stored.id(), why)).isInstanceOf(BadInput.class)
        .hasMessageContaining("is withdrawn already (重复)");
    assertThat(Snapshots.at(store.snapshots(), LayerKind.PARCELS, Rows.DAY)).isEmpty();
  }

  @Test
  void aScenarioIsKeptVersionByVersion() {
    assertThat(store.scenarios().newest()).isEmpty();
    SavedScenario first = store.scenarios().add(scenario("方案一 \"A\"", 1));
    SavedScenario other = store.scenarios().add(scenario("方案二", 1));
    SavedScenario next = store.scenarios().append(scenario("方案一 改", 2).withId(first.id())).orElseThrow();
    Rows.store(store, Rows.draft(), Rows.squares(1));
    try (Store again = open()) {
      assertThat(again.scenarios().newest()).containsExactly(next, other);
      assertThat(again.scenarios().versions(first.id())).containsExactly(next, first);
      assertThat(again.scenarios().find(99)).isEmpty();
    }
  }

  @Test
  void ofTwoPlannersWhoSaveTheSameVersionOneIsToldAndNothingIsLost() {
    SavedScenario first = store.scenarios().add(scenario("方案", 1));
    try (Store other = open()) {
      SavedScenario theirs = other.scenarios().append(scenario("他人所改", 2).withId(first.id())).orElseThrow();
      assertThat(store.scenarios().append(scenario("我所改", 2).withId(first.id()))).isEmpty();
      assertThat(store.scenarios().versions(first.id())).containsExactly(theirs, first);
    }
  }

  private static SavedScenario scenario(String name, long version) {
    return new SavedScenario(0, version, name, "规划科", "", LocalDate.of(2025, 12, 31), "{\"parcels\":2}",
        "{\"done\":0,\"changes\":[]}", Instant.parse("2026-01-05T01:00:00Z"), "O'Neil",
        Instant.parse("2026-01-06T01:00:00Z"), version == 2 ? "不再需要" : null);
  }

  @Test
  void everythingIsThereAfterReopening() {
    Snapshot first = Rows.store(store, Rows.draft(), Rows.attributesOfEveryType());
    List<Object> before = Rows.content(store, first);
    store.close();
    store = open();
    assertThat(store.snapshots()).containsExactly(first);
    assertThat(Rows.content(store, first)).isEqualTo(before);
  }

  @Test
  void theLocationIsNamedWithoutSecrets() {
    assertThat(store.location()).isNotBlank().doesNotContain("password", "?");
  }
}
