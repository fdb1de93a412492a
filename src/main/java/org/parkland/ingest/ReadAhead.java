package org.parkland.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.parkland.source.SourceFeature;

/**
 * Parsed rows in the order of the file: one thread reads, others parse, while the caller judges and stores what came
 * before, so that every processor is busy. Only a few batches wait, so memory does not grow. What reading throws is
 * thrown to the caller in its place, after the rows before it.
 */
final class ReadAhead implements Iterator<ParsedRow>, AutoCloseable {
  private static final int BATCH = 250;
  private static final int MOST_WAITING = 8;
  private static final long LOOK_UP_MS = 50;
  private static final List<ParsedRow> END = new ArrayList<>();

  private final Iterator<SourceFeature> rows;
  private final RowParser parser;
  private final ExecutorService parsers;
  private final BlockingQueue<Future<List<ParsedRow>>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread reader = thread(this::read, "read");
  private Iterator<ParsedRow> batch = Collections.emptyIterator();
  private boolean ended;
  private volatile boolean abandoned;

  /** @param rows from now on read by a thread of this, until it is closed */
  ReadAhead(Iterator<SourceFeature> rows, RowParser parser) {
    this.rows = rows;
    this.parser = parser;
    this.parsers = Executors.newFixedThreadPool(
        Runtime.getRuntime().availableProcessors(), work -> thread(work, "parse"));
    reader.start();
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void read() {
    List<SourceFeature> read = new ArrayList<>(BATCH);
    Future<List<ParsedRow>> end = CompletableFuture.completedFuture(END);
    try {
      while (!abandoned && rows.hasNext()) {
        read.add(rows.next());
        if (read.size() == BATCH) {
          hand(parse(read));
          read = new ArrayList<>(BATCH);
        }
      }
    } catch (RuntimeException | Error e) {
      end = CompletableFuture.failedFuture(e);
    }
    hand(parse(read));
    hand(end);
  }

  private Future<List<ParsedRow>> parse(List<SourceFeature> read) {
    return parsers.submit(() -> read.stream().map(parser::parse).toList());
  }

  private void hand(Future<List<ParsedRow>> next) {
    try {
      boolean handed = false;
      while (!handed && !abandoned) {
        handed = waiting.offer(next, LOOK_UP_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      abandoned = true;
    }
  }

  @Override
  public boolean hasNext() {
    while (!ended && !batch.hasNext()) {
      List<ParsedRow> next = take();
      ended = next == END;
      batch = next.iterator();
    }
    return batch.hasNext();
  }

  private List<ParsedRow> take() {
    try {
      return waiting.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  @Override
  public ParsedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return batch.next();
  }

  /** Afterwards nobody reads any more. */
  @Override
  public void close() {
    abandoned = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } finally {
      parsers.shutdownNow();
    }
  }
}
