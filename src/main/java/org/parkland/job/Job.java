package org.parkland.job;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.parkland.BadInput;

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
  private final Duration longest;
  private State state = State.QUEUED;
  private boolean cancelAsked;
  private boolean kept;
  private long done;
  private long total = -1;
  /** Of {@link System#nanoTime}: the clock of the machine may be moved while a job runs. */
  private long startedNs;
  private long endedNs;
  private T result;
  private RuntimeException failure;

  Job(String subject, Work<T> work, Duration longest) {
    this.subject = subject;
    this.work = work;
    this.longest = longest;
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
    long now = state.isEnd() ? endedNs : System.nanoTime();
    Duration elapsed = startedNs == 0 ? Duration.ZERO : Duration.ofNanos(now - startedNs);
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
      fail(e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      // What this job held is free again: the next one, and everything else in the process, can go on.
      fail(new BadInput(subject, "needs more memory than there is",
          "give the program more (JAVA_OPTS=-Xmx…), or bring it in parts", e));
    }
  }

  private synchronized void fail(RuntimeException e) {
    failure = e;
    end(State.FAILED);
  }

  private synchronized boolean begin() {
    if (state != State.QUEUED) {
      return false;
    }
    state = State.RUNNING;
    startedNs = System.nanoTime();
    return true;
  }

  private synchronized void progress(long count, long of) {
    if (cancelAsked) {
      throw new CancellationException("the job was cancelled");
    }
    if (System.nanoTime() - startedNs > longest.toNanos()) {
      throw new BadInput(subject, "takes longer than " + longest.toMinutes() + " minutes",
          "divide it, or raise the setting 'importMinutes'");
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
    endedNs = System.nanoTime();
    notifyAll();
  }

  /** Waits for the end. */
  public synchronized void await() throws InterruptedException {
    while (!state.isEnd()) {
      wait();
    }
  }

  /** Waits for the end, but not longer. @return whether it has ended */
  public synchronized boolean await(Duration longest) throws InterruptedException {
    long untilNs = System.nanoTime() + longest.toNanos();
    while (!state.isEnd()) {
      long leftMs = (untilNs - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }

  synchronized boolean endedLongerThan(Duration ago) {
    return state.isEnd() && System.nanoTime() - endedNs > ago.toNanos();
  }
}
