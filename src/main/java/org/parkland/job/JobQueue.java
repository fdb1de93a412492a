package org.parkland.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs one after the other in a thread of its own. Safe to share between threads.
 *
 * @param <T> what its jobs come to
 */
public final class JobQueue<T> implements AutoCloseable {
  private static final int MOST_WAITING = 8;
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_KEPT = 100;
  private static final Duration KEPT_FOR = Duration.ofHours(12);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

  private final BlockingQueue<Job<T>> waiting;
  private final Duration longest;
  private final LongAdder ended = new LongAdder();
  private final Map<String, Job<T>> jobs = new LinkedHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /** A few may wait, and one may run for a day. */
  public JobQueue(String name) {
    this(name, MOST_WAITING, LONGEST);
  }

  /**
   * @param name of its thread
   * @param mostWaiting behind the one that runs
   * @param longest that one may run
   */
  public JobQueue(String name, int mostWaiting, Duration longest) {
    this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    this.longest = longest;
    this.thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      while (!closed) {
        waiting.take().run();
        ended.increment();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Puts a job in the queue.
   *
   * @param subject what it is about, for those who look at the list
   * @return empty if too many are waiting
   */
  public synchronized Optional<Job<T>> submit(String subject, Job.Work<T> work) {
    forgetOld();
    Job<T> job = new Job<>(subject, work, longest);
    if (closed || !waiting.offer(job)) {
      return Optional.empty();
    }
    jobs.put(job.id(), job);
    return Optional.of(job);
  }

  /** Ended jobs go after some hours, and the oldest where there are many. */
  private void forgetOld() {
    jobs.values().removeIf(each -> each.endedLongerThan(KEPT_FOR));
    List<String> ended = jobs.values().stream().filter(each -> each.standing().state().isEnd()).map(Job::id).toList();
    ended.stream().limit(Math.max(0, ended.size() - MOST_KEPT)).forEach(jobs::remove);
  }

  /** Jobs that were taken up and came to an end since the start. */
  public long ended() {
    return ended.sum();
  }

  public synchronized Optional<Job<T>> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All that are remembered, oldest first. */
  public synchronized List<Job<T>> all() {
    return new ArrayList<>(jobs.values());
  }

  /** Cancels all jobs and waits until the one that runs has ended, which it does at its next step. */
  @Override
  public void close() {
    closed = true;
    List<Job<T>> all = all();
    all.forEach(Job::cancel);
    try {
      for (Job<T> each : all) {
        if (!each.await(LONGEST_STEP)) {
          LOG.warn("{} does not end; it is left behind", thread.getName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
