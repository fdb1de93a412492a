package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;

/** A restart answers from what was kept, without looking at a parcel; other definitions are drawn anew. */
class KeptFiguresTest {
  @TempDir
  private Path folder;
  private Path database;
  private final List<LayerKind> read = new ArrayList<>();

  @BeforeEach
  void copy() throws IOException {
    database = Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"));
  }

  @Test
  void theSecondStartReadsNoParcelAndSaysTheSame() {
    List<Object> first = answers();
    assertThat(read).contains(LayerKind.PARCELS, LayerKind.ZONING);
    read.clear();
    List<Object> second = answers();
    assertThat(read).doesNotContain(LayerKind.PARCELS, LayerKind.ZONING);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void otherTolerancesAreDrawnAnew() {
    KeptFigures kept = new KeptFigures(EmbeddedStore.open(database, Map.of()));
    assertThat(kept.get("a", Integer.class, () -> 1)).isEqualTo(1);
    assertThat(kept.get("a", Integer.class, () -> 2)).isEqualTo(1);
    assertThat(new KeptFigures(EmbeddedStore.open(database, Map.of())).get("a", Integer.class, () -> 3)).isEqualTo(1);
    assertThat(KeptFigures.fingerprint("0.30")).isNotEqualTo(KeptFigures.fingerprint("0.31"));
  }

  /** The last answers of a database are still there when another program spoiled one of them. */
  @Test
  void aDamagedResultIsDrawnAnew() {
    try (Store store = EmbeddedStore.open(database, Map.of())) {
      store.keep("v1 a", new byte[] {1, 2, 3});
      assertThat(new KeptFigures(store).get("a", Integer.class, () -> 7)).isEqualTo(7);
    }
  }

  private List<Object> answers() {
    try (Workspace opened = Workspace.open(SampleDistrict.settings(database))) {
      Workspace workspace = new Workspace(opened.settings(), opened.district(), opened.standards(),
          opened.policies(), watched(opened.store()));
      LandAnalysis analysis = new LandAnalysis(workspace);
      List<Object> answers = new ArrayList<>();
      for (State state : State.values()) {
        Figures figures = analysis.figures().draw(analysis.day(null), new FigureQuery(
            state, workspace.policies().redLine().defaultPolicy(), AreaMethod.ELLIPSOIDAL));
        figures.places().forEach(place -> {
          answers.add(figures.redLine(place));
          answers.add(figures.landUse(place, true));
        });
      }
      answers.add(analysis.reports().draw(new ReportQuery(Report.LEDGER, null, State.CURRENT, AreaMethod.ELLIPSOIDAL,
          workspace.policies().redLine().defaultPolicy(), null, "B1", null, 0, LocalDate.of(2020, 12, 31), null, null))
          .answer().toString());
      return answers;
    }
  }

  /** Notes of which kind the layers are whose rows are read. */
  private Store watched(Store store) {
    return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("features")) {
            read.add(((Snapshot) arguments[0]).kind());
          }
          try {
            return method.invoke(store, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
