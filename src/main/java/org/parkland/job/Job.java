package org.parkland.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * One piece of work. Safe to share between threads.
 *
 * @param <T> what it comes to
 */
public final class Job<T> {
  /** How a job stands; the last three are ends. */
  public enum State {
    QUEUED, RUNNING, DONE, FAILED, CANCELLED;

    public boolean isEnd() {
      return ordinal() >= DONE.ordinal();
    }
  }

  /** The work itself. It must call {@link Steps#progress} often: that is where it can be cancelled. */
  public interface Work<T> {
    T run(Steps steps);
  }

  /** Is told how far the work has come. */
  public interface Steps {
    /**
     * @param total of what {@code done} counts, or -1 where nobody knows
     * @throws CancellationException if the job has been cancelled
     */
    void progress(long done, long total);

    /** Says that what has been done so far stays: from now on cancelling ends only what follows. */
    void kept();
  }

  /**
   * What is known of a job at one moment.
   *
   * @param elapsed since it began to run
   * @param remaining as the pace so far has it; null where nothing tells
   * @param kept whether what the job is for is done, so that only what follows can be cancelled
   * @param result null unless done
   * @param failure null unless failed
   */
  public record Standing<T>(String id, String subject, State state, long done, long total, Duration elapsed,
      Duration remaining, boolean kept, T result, RuntimeException failure) {
    /** Of {@code done}, per second. */
    public double rate() {
      return elapsed.isZero() ? 0 : done / (elapsed.toMillis() / 1000.0);
    }
  }

  private final String id = UUID.randomUUID().toString();
  private final String subject;
  private final Work<T> work;
  private State state = State.QUEUED;
  private boolean cancelAsked;
  private boolean kept;
  private long done;
  private long total = -1;
  private Instant startedAt;
  private Instant endedAt;
  private T result;
  private RuntimeException failure;

  Job(String subject, Work<T> work) {
    this.subject = subject;
    this.work = work;
  }

  /** Hard to guess: who knows it may look at the job. */
  public String id() {
    return id;
  }

  /** Asks the job to end; one that waits ends at once, one that runs at its next step. */
  public synchronized void cancel() {
    cancelAsked = true;
    if (state == State.QUEUED) {
      end(State.CANCELLED);
    }
  }

  public synchronized Standing<T> standing() {
    Instant now = endedAt != null ? endedAt : Instant.now();
    Duration elapsed = startedAt == null ? Duration.ZERO : Duration.between(startedAt, now);
    return new Standing<>(id, subject, state, done, total, elapsed, remaining(elapsed), kept, result,
        failure);
  }

  private Duration remaining(Duration elapsed) {
    return state != State.RUNNING || done <= 0 || total < done ? null
        : Duration.ofMillis(elapsed.toMillis() * (total - done) / done);
  }

  /** Does the work, in the queue's thread. */
  void run() {
    if (!begin()) {
      return;
    }
    try {
      T answer = work.run(new Told());
      synchronized (this) {
        result = answer;
        end(State.DONE);
      }
    } catch (CancellationException e) {
      end(State.CANCELLED);
    } catch (RuntimeException e) {
      synchronized (this) {
        failure = e;
        end(State.FAILED);
      }
    }
  }

  private synchronized boolean begin() {
    if (state != State.QUEUED) {
      return false;
    }
    state = State.RUNNING;
    startedAt = Instant.now();
    return true;
  }

  private synchronized void progress(long count, long of) {
    if (cancelAsked) {
      throw new CancellationException("the job was cancelled");
    }
    done = count;
    total = of;
  }

  private synchronized void keep() {
    kept = true;
  }

  /** Hands on what the work tells. */
  private final class Told implements Steps {
    @Override
    public void progress(long count, long of) {
      Job.this.progress(count, of);
    }

    @Override
    public void kept() {
      keep();
    }
  }

  private synchronized void end(State last) {
    state = last;
    endedAt = Instant.now();
    notifyAll();
  }

  /** Waits for the end. */
  public synchronized void await() throws InterruptedException {
    while (!state.isEnd()) {
      wait();
    }
  }

  synchronized boolean endedBefore(Instant time) {
    return endedAt != null && endedAt.isBefore(time);
  }
}
