package org.parkland.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files of a folder within a size. The time a file was read last is its time of change, renewed once an
 * hour at most, so that reading stays cheap. The folder is looked through at the first write and whenever the bound
 * is passed; then a tenth is freed, so that this is seldom. Those not read for longest go first, merged land last. Safe to share between threads.
 */
final class DiskBound {
  private static final Logger LOG = LoggerFactory.getLogger(DiskBound.class);
  private static final Duration RENEWED = Duration.ofHours(1);
  private static final double FREED = 0.1;

  private final Path directory;
  private final long mostBytes;
  /** Negative until the folder was looked through. A file that replaces another is counted twice until then. */
  private long usedBytes = -1;

  DiskBound(Path directory, long mostBytes) {
    this.directory = directory;
    this.mostBytes = mostBytes;
  }

  private record Found(Path file, long bytes, FileTime readLast) {
    /** Merged land, of which each tile would take a pass over all rows to draw again: few files, and they go last. */
    boolean isCostly() {
      return file.getFileName().toString().startsWith("pyramid")
          || StreamSupport.stream(file.spliterator(), false).anyMatch(part -> part.toString().equals("merged"));
    }
  }

  /** Says that a file was read. */
  void touch(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(RENEWED))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /** Says that a file was written; makes room where there are too many now. */
  synchronized void added(long bytes) throws IOException {
    if (usedBytes >= 0) {
      usedBytes += bytes;
    }
    if (usedBytes < 0 || usedBytes > mostBytes) {
      makeRoom();
    }
  }

  private void makeRoom() throws IOException {
    List<Found> files = files();
    usedBytes = files.stream().mapToLong(Found::bytes).sum();
    if (usedBytes <= mostBytes) {
      return;
    }
    long before = usedBytes;
    files.sort(Comparator.comparing(Found::isCostly).thenComparing(Found::readLast));
    for (Found each : files) {
      if (usedBytes <= mostBytes * (1 - FREED)) {
        break;
      }
      Files.deleteIfExists(each.file());
      usedBytes -= each.bytes();
    }
    LOG.info("cached tiles under {} took {} MB of {}; those not read for longest are deleted, {} MB are left",
        directory, before >> 20, mostBytes >> 20, usedBytes >> 20);
  }

  private List<Found> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Found> files = new ArrayList<>();
      for (Path each : (Iterable<Path>) all::iterator) {
        add(each, files);
      }
      return files;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file may be gone by now. */
  private static void add(Path path, List<Found> files) throws IOException {
    try {
      BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
      if (facts.isRegularFile()) {
        files.add(new Found(path, facts.size(), facts.lastModifiedTime()));
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} was deleted meanwhile", path);
    }
  }
}
