package org.parkland.tile;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets one thread do a piece of work that several ask for at once; the others wait for its result. */
final class SingleFlight<T> {
  private final ConcurrentHashMap<String, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

  /** @throws RuntimeException what the work threw, for all that waited; the next to ask tries again */
  T get(String key, Supplier<T> work) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> other = underWay.putIfAbsent(key, mine);
    return other == null ? run(key, mine, work) : await(other);
  }

  private T run(String key, CompletableFuture<T> mine, Supplier<T> work) {
    try {
      T result = work.get();
      mine.complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, mine);
    }
  }

  private static <T> T await(CompletableFuture<T> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
