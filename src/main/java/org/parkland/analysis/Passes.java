package org.parkland.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;

/**
 * The passes over whole layers that are under way: whoever waits for what they draw is told how far they have come.
 * Safe to share between threads.
 */
public final class Passes {
  /** What a pass draws; the page has a word for each. */
  public enum Purpose {
    TILES, FIGURES, OVERLAPS, IDLE, SITES, SEARCH;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How a pass stands.
   *
   * @param done rows, or windows where overlaps are sought
   * @param total of what {@code done} counts
   * @param elapsed since it began
   */
  public record Standing(Purpose purpose, long done, long total, Duration elapsed) {
    /** Of {@code done}, per second. */
    public double rate() {
      return elapsed.isZero() ? 0 : done / (elapsed.toNanos() / 1e9);
    }

    /** As the pace so far has it; null where nothing tells. */
    public Duration remaining() {
      return done == 0 || done > total ? null : elapsed.multipliedBy(total - done).dividedBy(done);
    }
  }

  /** A pass under way; its end is told by closing it. */
  public static final class Pass implements AutoCloseable {
    private final Passes passes;
    private final Purpose purpose;
    private final long total;
    private final long beganNs = System.nanoTime();
    private final LongAdder done = new LongAdder();

    private Pass(Passes passes, Purpose purpose, long total) {
      this.passes = passes;
      this.purpose = purpose;
      this.total = total;
    }

    /** One more row or window. @throws CancellationException if the passes have been ended */
    void step() {
      if (passes.ended) {
        throw new CancellationException("the program is being stopped");
      }
      done.increment();
    }

    private Standing standing() {
      return new Standing(purpose, done.sum(), total, Duration.ofNanos(System.nanoTime() - beganNs));
    }

    @Override
    public void close() {
      passes.underWay.remove(this);
    }
  }

  private final List<Pass> underWay = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /** Ends all at their next row, and those that are yet to begin: nobody waits for them any more. */
  public void end() {
    ended = true;
  }

  Pass begin(Purpose purpose, long total) {
    Pass pass = new Pass(this, purpose, total);
    underWay.add(pass);
    return pass;
  }

  /** The same rows, counted; the pass ends when they are closed. */
  public FeatureCursor over(Purpose purpose, Snapshot layer, FeatureCursor rows) {
    return new CountedRows(rows, begin(purpose, layer.count()));
  }

  /** What is under way now, the first begun first. */
  public List<Standing> standing() {
    return underWay.stream().map(Pass::standing).toList();
  }

  private record CountedRows(FeatureCursor rows, Pass pass) implements FeatureCursor {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Feature next() {
      pass.step();
      return rows.next();
    }

    @Override
    public long key() {
      return rows.key();
    }

    @Override
    public void close() {
      pass.close();
      rows.close();
    }
  }
}
