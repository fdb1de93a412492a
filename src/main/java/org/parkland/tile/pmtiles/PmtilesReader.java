package org.parkland.tile.pmtiles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiles of an archive, read from the file as they are asked for. Safe to share between threads. */
public final class PmtilesReader implements AutoCloseable {
  /** Directories that stay in memory, 4,096 lines or more each. */
  private static final int KEPT_DIRECTORIES = 64;
  /** Directories below each other; the specification recommends at most one below the root. */
  private static final int MOST_LEVELS = 4;

  private final FileChannel in;
  private final Header header;
  private final List<Entry> root;
  private final Map<Long, List<Entry>> leaves = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, List<Entry>> eldest) {
      return size() > KEPT_DIRECTORIES;
    }
  };

  /** @throws IOException if the file cannot be read or is no archive of vector tiles of version 3 */
  public PmtilesReader(Path file) throws IOException {
    this.in = FileChannel.open(file, StandardOpenOption.READ);
    try {
      this.header = Header.decode(read(0, Header.BYTES));
      this.root = Directory.decode(read(header.root().offset(), header.root().length()));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e instanceof IOException failure ? failure : new IOException("is damaged", e);
    }
  }

  public int minZoom() {
    return header.minZoom();
  }

  public int maxZoom() {
    return header.maxZoom();
  }

  /** A JSON object. */
  public String metadata() throws IOException {
    return new String(Gzip.unpack(read(header.metadata().offset(), header.metadata().length())),
        StandardCharsets.UTF_8);
  }

  /** The content of a tile, not compressed; empty where the archive has none. */
  public Optional<byte[]> find(long tile) throws IOException {
    List<Entry> directory = root;
    for (int level = 0; level < MOST_LEVELS; level++) {
      Entry found = Directory.find(directory, tile);
      if (found == null) {
        return Optional.empty();
      }
      if (found.run() > 0) {
        return tile < found.tile() + found.run()
            ? Optional.of(Gzip.unpack(read(header.tiles().offset() + found.offset(), found.length())))
            : Optional.empty();
      }
      directory = leaf(found);
    }
    throw new IOException("has directories too deep");
  }

  private List<Entry> leaf(Entry pointer) throws IOException {
    synchronized (leaves) {
      List<Entry> known = leaves.get(pointer.offset());
      if (known == null) {
        known = Directory.decode(read(header.leaves().offset() + pointer.offset(), pointer.length()));
        leaves.put(pointer.offset(), known);
      }
      return known;
    }
  }

  private byte[] read(long offset, long length) throws IOException {
    if (length < 0 || length > in.size()) {
      throw new EOFException("is cut off");
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
    while (bytes.hasRemaining()) {
      if (in.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("is cut off");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
