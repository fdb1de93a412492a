package org.parkland.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parkland.BadInput;
import org.parkland.land.Feature;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;
import org.parkland.store.SnapshotWriter;

/** Rows arrive in their order, all before the commit; a failure reaches whoever adds; closing ends the thread. */
class WriteBehindTest {
  private static final class Recorder implements SnapshotWriter {
    private final int failAt;
    private final List<Long> rows = new ArrayList<>();
    private String ended;

    Recorder(int failAt) {
      this.failAt = failAt;
    }

    @Override
    public void add(Feature feature) {
      if (rows.size() == failAt) {
        throw new BadInput("store", "the disk is full", "make room");
      }
      rows.add(feature.row());
    }

    @Override
    public Snapshot commit(String report, List<FindingChunk> findings) {
      ended = "committed with " + rows.size();
      return null;
    }

    @Override
    public void close() {
      ended = ended == null ? "rolled back" : ended;
    }
  }

  private static void add(WriteBehind writer, int rows) {
    IntStream.range(0, rows).forEach(i -> writer.add(new Feature(i, null, Map.of(), Map.of())));
  }

  @Test
  void rowsKeepTheirOrderAndAreAllThereAtTheCommit() {
    for (int count : new int[] {0, 1, 499, 500, 501, 12_345}) {
      Recorder store = new Recorder(-1);
      try (WriteBehind writer = new WriteBehind(store)) {
        add(writer, count);
        writer.commit("{}", List.of());
      }
      assertThat(store.ended).isEqualTo("committed with " + count);
      assertThat(store.rows).isEqualTo(IntStream.range(0, count).mapToObj(Long::valueOf).toList());
    }
  }

  @Test
  void aFailureToStoreReachesWhoeverAddsOrCommits() {
    for (int failAt : new int[] {0, 700, 99_999}) {
      Recorder store = new Recorder(failAt);
      assertThatThrownBy(() -> {
        try (WriteBehind writer = new WriteBehind(store)) {
          add(writer, 100_000);
          writer.commit("{}", List.of());
        }
      }).isInstanceOf(BadInput.class).hasMessageContaining("the disk is full");
      assertThat(store.ended).isEqualTo("rolled back");
      assertThat(store.rows).hasSize(failAt);
    }
  }

  @Test
  void whatIsGivenUpIsRolledBackAndItsThreadEnds() {
    Recorder store = new Recorder(-1);
    try (WriteBehind writer = new WriteBehind(store)) {
      add(writer, 3_000);
    }
    assertThat(store.ended).isEqualTo("rolled back");
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(each -> each.getName().equals("store") && each.isAlive());
  }
}
