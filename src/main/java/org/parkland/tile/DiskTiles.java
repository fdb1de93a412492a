package org.parkland.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of the cache: the SHA-256 of the content, 32 bytes, then the content.
 *
 * <p>A file is written under a name of its own and moved to its place at once, so nobody reads a half-written
 * one; should the machine die in between, the hash does not fit and the file counts as absent. A disk that
 * cannot be written makes tiles slower, not wrong: it is logged, and the tile is served.
 *
 * <p>All files together stay within a bound; what was not read for longest goes first.
 */
final class DiskTiles {
  private static final Logger LOG = LoggerFactory.getLogger(DiskTiles.class);
  private static final int HASH_BYTES = 32;
  private static final String HALF_WRITTEN = ".part";

  private final Path directory;
  private final DiskBound bound;

  /** @param mostBytes of all files together */
  DiskTiles(Path directory, long mostBytes) {
    this.directory = directory;
    this.bound = new DiskBound(directory, mostBytes);
  }

  Optional<Tile> read(String key) {
    Path file = directory.resolve(key);
    try {
      byte[] all = Files.readAllBytes(file);
      int hashEnd = Math.min(HASH_BYTES, all.length);
      Tile tile = new Tile(Arrays.copyOfRange(all, hashEnd, all.length));
      if (!tile.hasDigest(Arrays.copyOf(all, hashEnd))) {
        return Optional.empty();
      }
      bound.touch(file);
      return Optional.of(tile);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("cached tile {} cannot be read and is made again: {}", file, e.toString());
      return Optional.empty();
    }
  }

  void write(String key, Tile tile) {
    Path file = directory.resolve(key);
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), HALF_WRITTEN);
      try {
        Files.write(part, withDigest(tile));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        bound.added(HASH_BYTES + tile.bytes().length);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.warn("tile {} cannot be kept on disk: {}", file, e.toString());
    }
  }

  private static byte[] withDigest(Tile tile) {
    byte[] all = Arrays.copyOf(tile.digest(), HASH_BYTES + tile.bytes().length);
    System.arraycopy(tile.bytes(), 0, all, HASH_BYTES, tile.bytes().length);
    return all;
  }

  /** Deletes all whose key begins with a folder's name. */
  void removeFolder(String folder) {
    Path root = directory.resolve(folder);
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> found = Files.walk(root)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      LOG.warn("cached tiles under {} cannot be deleted: {}", root, e.toString());
    }
  }
}
