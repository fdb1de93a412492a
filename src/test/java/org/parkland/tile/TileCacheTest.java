package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileCacheTest {
  @TempDir Path directory;

  @Test
  void makesATileOnceHoweverManyAsk() throws Exception {
    TileCache cache = new TileCache(directory, 1 << 20);
    AtomicInteger made = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(16);
    List<Future<Tile>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      answers.add(pool.submit(() -> {
        start.await();
        return cache.get("a/1", () -> slow(made));
      }));
    }
    start.countDown();
    for (Future<Tile> each : answers) {
      assertThat(each.get().bytes()).isEqualTo(tile("slow").bytes());
    }
    pool.shutdown();
    assertThat(made).hasValue(1);
  }

  private static Tile slow(AtomicInteger made) {
    made.incrementAndGet();
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return tile("slow");
  }

  @Test
  void outlivesTheProcess() {
    new TileCache(directory, 1 << 20).put("a/1", tile("kept"));
    Tile found = new TileCache(directory, 1 << 20).get("a/1", () -> tile("made again"));
    assertThat(found.bytes()).isEqualTo(tile("kept").bytes());
    assertThat(found.etag()).isEqualTo(tile("kept").etag()).matches("\"[0-9a-f]{32}\"");
  }

  @Test
  void halfWrittenAndForeignFilesCountAsAbsent() throws IOException {
    Path file = directory.resolve("a/1");
    for (int length : new int[] {0, 7, 32, 34}) {
      new TileCache(directory, 1 << 20).put("a/1", tile("kept"));
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
      assertThat(new TileCache(directory, 1 << 20).get("a/1", () -> tile("again")).bytes())
          .isEqualTo(tile("again").bytes());
    }
  }

  @Test
  void leavesNoPartsBehindAndNeverShowsThem() throws Exception {
    TileCache writer = new TileCache(directory, 0);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String text = String.valueOf(i).repeat(50_000);
      work.add(pool.submit(() -> {
        for (int n = 0; n < 50; n++) {
          writer.put("a/1", tile(text));
          assertThat(new TileCache(directory, 0).find("a/1")).hasValueSatisfying(
              tile -> assertThat(tile.bytes()).hasSize(50_000).containsOnly(tile.bytes()[0]));
        }
      }));
    }
    for (Future<?> each : work) {
      each.get();
    }
    pool.shutdown();
    try (Stream<Path> files = Files.list(directory.resolve("a"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void keepsMemoryWithinItsBound() {
    TileCache cache = new TileCache(directory, 10_000);
    for (int i = 0; i < 100; i++) {
      cache.put("a/" + i, tile("x".repeat(1000)));
      assertThat(cache.usedBytes()).isBetween(1000L, 10_000L);
    }
    assertThat(cache.find("a/0")).isPresent();
  }

  @Test
  void keepsTheDiskWithinItsBoundAndWhatWasReadLast() throws IOException {
    for (int i = 0; i < 50; i++) {
      new TileCache(directory, 0, 20_000).put("a/" + i, tile("x".repeat(1000)));
      Files.setLastModifiedTime(directory.resolve("a/" + i), FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i)));
      assertThat(new TileCache(directory, 0).find("a/0")).isPresent();
    }
    try (Stream<Path> files = Files.list(directory.resolve("a"))) {
      assertThat(files.mapToLong(each -> each.toFile().length()).sum()).isBetween(15_000L, 20_000L);
    }
    assertThat(directory.resolve("a/49")).exists();
    assertThat(directory.resolve("a/1")).doesNotExist();
  }

  @Test
  void workThatFailsIsTriedAgain() {
    TileCache cache = new TileCache(directory, 1 << 20);
    assertThatThrownBy(() -> cache.get("a/1", () -> {
      throw new IllegalStateException("store is gone");
    })).hasMessage("store is gone");
    assertThat(cache.get("a/1", () -> tile("now")).bytes()).isEqualTo(tile("now").bytes());
  }

  @Test
  void servesWithoutADisk() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    TileCache cache = new TileCache(file, 1 << 20);
    assertThat(cache.get("a/1", () -> tile("still")).bytes()).isEqualTo(tile("still").bytes());
  }

  @Test
  void forgetsAFolder() {
    TileCache cache = new TileCache(directory, 1 << 20);
    cache.put("a/1", tile("one"));
    cache.put("ab/1", tile("other"));
    cache.removeFolder("a");
    assertThat(cache.find("a/1")).isEmpty();
    assertThat(cache.find("ab/1")).isPresent();
    assertThat(directory.resolve("a")).doesNotExist();
  }

  private static Tile tile(String text) {
    return new Tile(text.getBytes(StandardCharsets.UTF_8));
  }
}
