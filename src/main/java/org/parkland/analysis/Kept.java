package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The answers asked for last, each drawn once however many ask for it at the same time. What fails is not kept.
 */
final class Kept<K, V> {
  private final int most;
  private final Map<K, CompletableFuture<V>> answers = new LinkedHashMap<>(16, 0.75f, true);

  /** @param most answers that are kept; those not asked for longest go first */
  Kept(int most) {
    this.most = most;
  }

  V get(K key, Function<K, V> draw) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> kept = putIfAbsent(key, mine);
    if (kept == null) {
      draw(key, draw, mine);
      return mine.join();
    }
    try {
      return kept.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private synchronized CompletableFuture<V> putIfAbsent(K key, CompletableFuture<V> fresh) {
    CompletableFuture<V> kept = answers.get(key);
    if (kept == null) {
      answers.put(key, fresh);
      if (answers.size() > most) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    return kept;
  }

  private void draw(K key, Function<K, V> draw, CompletableFuture<V> into) {
    try {
      into.complete(draw.apply(key));
    } catch (RuntimeException | Error e) {
      into.completeExceptionally(e);
      synchronized (this) {
        answers.remove(key, into);
      }
      throw e;
    }
  }
}
