package org.parkland.tile.pmtiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an archive tile by tile, in the order of {@link TileIds}. Equal contents are stored once, runs of them take
 * one line. The file appears at its place whole, with {@link #finish}; closed before, it leaves nothing.
 *
 * <p>Kept in memory are some 250 bytes a tile, not the tiles.
 */
public final class PmtilesWriter implements AutoCloseable {
  /** Lines of a directory below the root, so that one read brings some kilobytes. */
  private static final int LEAF_ENTRIES = 4_096;

  private record Stored(long offset, int length) {}

  private final Path target;
  private final Path part;
  private final FileChannel out;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<ByteBuffer, Stored> contents = new HashMap<>();
  private long tileBytes;
  private long addressed;
  private long last = -1;

  public PmtilesWriter(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    this.part = this.target.resolveSibling(this.target.getFileName() + ".part");
    this.out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    out.position(Header.FIRST_BYTES);
  }

  /**
   * Adds a tile that is not empty.
   *
   * @param tile number, greater than that of the tile before
   * @param content not compressed
   */
  public void add(long tile, byte[] content) throws IOException {
    if (tile <= last) {
      throw new IllegalArgumentException("tile " + tile + " does not come after " + last);
    }
    Stored stored = store(content);
    Entry before = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    if (before != null && before.offset() == stored.offset() && before.tile() + before.run() == tile) {
      entries.set(entries.size() - 1,
          new Entry(before.tile(), before.offset(), before.length(), before.run() + 1));
    } else {
      entries.add(new Entry(tile, stored.offset(), stored.length(), 1));
    }
    addressed++;
    last = tile;
  }

  private Stored store(byte[] content) throws IOException {
    ByteBuffer digest = ByteBuffer.wrap(sha256(content));
    Stored known = contents.get(digest);
    if (known != null) {
      return known;
    }
    byte[] packed = Gzip.pack(content);
    write(packed);
    Stored stored = new Stored(tileBytes, packed.length);
    contents.put(digest, stored);
    tileBytes += packed.length;
    return stored;
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      out.write(rest);
    }
  }

  /**
   * Writes the directories and puts the file in its place.
   *
   * @param box west, south, east, north of the tiles, degrees
   * @param metadata a JSON object
   */
  public void finish(int minZoom, int maxZoom, double[] box, String metadata) throws IOException {
    List<Entry> root = entries;
    long leavesAt = out.position();
    byte[] packed = Directory.encode(root);
    for (int size = LEAF_ENTRIES; packed.length > Header.FIRST_BYTES - Header.BYTES; size *= 2) {
      out.truncate(leavesAt).position(leavesAt);
      root = writeLeaves(size);
      packed = Directory.encode(root);
    }
    long metadataAt = out.position();
    write(Gzip.pack(metadata.getBytes(StandardCharsets.UTF_8)));
    Header header = new Header(new Header.Section(Header.BYTES, packed.length),
        new Header.Section(metadataAt, out.position() - metadataAt),
        new Header.Section(leavesAt, metadataAt - leavesAt), new Header.Section(Header.FIRST_BYTES, tileBytes),
        addressed, entries.size(), contents.size(), minZoom, maxZoom, box);
    out.position(0);
    write(header.encode());
    write(packed);
    out.force(true);
    out.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<Entry> writeLeaves(int size) throws IOException {
    List<Entry> root = new ArrayList<>();
    long start = out.position();
    for (int from = 0; from < entries.size(); from += size) {
      List<Entry> leaf = entries.subList(from, Math.min(entries.size(), from + size));
      byte[] packed = Directory.encode(leaf);
      root.add(new Entry(leaf.get(0).tile(), out.position() - start, packed.length, 0));
      write(packed);
    }
    return root;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
