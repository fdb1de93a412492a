package org.parkland.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.source.SourceFeature;

/** Rows come in their order, a failure comes in its place, and nobody reads on once it is closed. */
class ReadAheadTest {
  private static final RowParser PARSER = new RowParser("a.shp", true, new FieldMapping(new LinkedHashMap<>(), List.of()),
      AreaMeasure.of(AreaMethod.ELLIPSOIDAL, Crs.of(Crs.DEGREES)));

  /** Rows without end, of which one may fail. */
  private static final class Endless implements Iterator<SourceFeature> {
    private final long last;
    private final long failing;
    private volatile long read;

    Endless(long last, long failing) {
      this.last = last;
      this.failing = failing;
    }

    @Override
    public boolean hasNext() {
      return read < last;
    }

    @Override
    public SourceFeature next() {
      read++;
      if (read == failing) {
        throw new BadInput("a.shp row " + read, "the shape is damaged", "export the layer again");
      }
      return new SourceFeature(read, null, Map.of());
    }
  }

  @Test
  void rowsKeepTheirOrder() {
    for (long count : new long[] {0, 1, 249, 250, 251, 20_000}) {
      List<Long> rows = new ArrayList<>();
      try (ReadAhead ahead = new ReadAhead(new Endless(count, -1), PARSER)) {
        ahead.forEachRemaining(each -> rows.add(each.row().row()));
      }
      assertThat(rows).isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    }
  }

  @Test
  void aFailureComesAfterTheRowsBeforeIt() {
    List<Long> rows = new ArrayList<>();
    assertThatThrownBy(() -> {
      try (ReadAhead ahead = new ReadAhead(new Endless(Long.MAX_VALUE, 1_234), PARSER)) {
        ahead.forEachRemaining(each -> rows.add(each.row().row()));
      }
    }).isInstanceOf(BadInput.class).hasMessageContaining("row 1234");
    assertThat(rows).hasSize(1_233);
  }

  @Test
  void whoIsClosedReadsNoMoreAndNeverReadsFarAhead() {
    Endless rows = new Endless(Long.MAX_VALUE, -1);
    try (ReadAhead ahead = new ReadAhead(rows, PARSER)) {
      ahead.next();
    }
    assertThat(rows.read).isLessThan(5_000);
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(each -> each.getName().equals("read") && each.isAlive());
  }
}
