package org.parkland.analysis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parkland.BadInput;
import org.parkland.source.ScratchFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were sent and wait to be imported. Each goes when it is imported or given up, after a day, and at the
 * latest when the server ends; what a killed server left goes at the next start. Safe to share between threads.
 */
public final class UploadFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
  private static final Duration KEPT_FOR = Duration.ofHours(24);
  /** Left free on the disk: the database has to grow, too. */
  private static final long RESERVE_BYTES = 256L << 20;
  private static final int LONGEST_NAME = 120;

  /** A file that was sent; {@code id} is hard to guess. */
  public record Upload(String id, String name, Path file, long bytes, Instant at) {}

  private final Path parent;
  private final long mostBytes;
  private final int mostFiles;
  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private Path folder;

  /**
   * @param parent where the files go; made when the first one comes
   * @param mostBytes the largest file that is taken
   * @param mostFiles that may wait
   */
  UploadFolder(Path parent, long mostBytes, int mostFiles) {
    this.parent = parent;
    this.mostFiles = mostFiles;
    this.mostBytes = mostBytes;
    if (Files.isDirectory(parent)) {
      clear(parent);
    }
  }

  /** What another process left that is gone. */
  private void clear(Path existing) {
    try {
      folder = ScratchFolder.create(existing, "uploads");
    } catch (IOException e) {
      LOG.warn("{} cannot be cleared: {}", existing, e.toString());
    }
  }

  public long mostBytes() {
    return mostBytes;
  }

  /**
   * Takes a file as it streams in.
   *
   * @param name as the sender calls it; what cannot be in a file's name is replaced
   * @param announced its size, or -1 where nobody said
   * @throws BadInput if it is empty, too large, or the disk has no room for it; nothing of it stays
   */
  public Upload receive(String name, InputStream content, long announced) {
    forgetOld();
    require(name, announced);
    String id = UUID.randomUUID().toString();
    Path place = null;
    try {
      place = Files.createDirectory(folder().resolve(id));
      Path file = place.resolve(plain(name));
      long bytes;
      try (InputStream limited = new Limited(content, name)) {
        bytes = Files.copy(limited, file);
      }
      if (bytes == 0) {
        throw new BadInput(name, "is empty", "send the file again");
      }
      return keep(new Upload(id, name, file, bytes, Instant.now()));
    } catch (IOException e) {
      remove(place);
      throw new BadInput(name, "did not arrive whole, or cannot be kept", "send it again; if it fails again, look"
          + " whether the server's disk is full", e);
    } catch (RuntimeException e) {
      remove(place);
      throw e;
    }
  }

  /** Whether no further file is taken until one of those that wait is imported or given up. */
  public synchronized boolean isFull() {
    return uploads.size() >= mostFiles;
  }

  private void require(String name, long announced) {
    if (announced > mostBytes) {
      throw tooLarge(name);
    }
    try {
      if (announced > Files.getFileStore(folder()).getUsableSpace() - RESERVE_BYTES) {
        throw new BadInput(name, "does not fit on the server's disk", "make room there");
      }
    } catch (IOException e) {
      throw new BadInput(parent.toString(), "cannot be written", "check its permissions", e);
    }
  }

  private BadInput tooLarge(String name) {
    return new BadInput(name, "is larger than the server takes (" + (mostBytes >> 20) + " MiB)",
        "import it on the command line, or start the server with a larger --max-upload");
  }

  private synchronized Path folder() throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      folder = ScratchFolder.create(parent, "uploads");
    }
    return folder;
  }

  /** Only the last part of a path, without what a file's name must not hold; the ending stays. */
  private static String plain(String name) {
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
    String safe = last.isEmpty() || last.matches("\\.+") ? "upload" : last;
    return safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
  }

  private synchronized Upload keep(Upload upload) {
    uploads.put(upload.id(), upload);
    return upload;
  }

  public synchronized Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  /** Removes a file; one that is gone already is fine. */
  public void remove(String id) {
    Upload gone;
    synchronized (this) {
      gone = uploads.remove(id);
    }
    if (gone != null) {
      remove(gone.file().getParent());
    }
  }

  private static void remove(Path place) {
    try {
      if (place != null) {
        ScratchFolder.remove(place);
      }
    } catch (UncheckedIOException e) {
      LOG.warn("{} cannot be removed", place, e);
    }
  }

  private void forgetOld() {
    Instant limit = Instant.now().minus(KEPT_FOR);
    List<Upload> all;
    synchronized (this) {
      all = new ArrayList<>(uploads.values());
    }
    all.stream().filter(each -> each.at().isBefore(limit)).forEach(each -> remove(each.id()));
  }

  /** Removes all of them. */
  @Override
  public synchronized void close() {
    uploads.clear();
    remove(folder);
    parent.toFile().delete();
  }

  /** A stream that ends with a clear word where too much comes. */
  private final class Limited extends FilterInputStream {
    private final String name;
    private long left = mostBytes;

    Limited(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      return count(read, read);
    }

    private int count(int answer, int bytes) {
      left -= Math.max(0, answer < 0 ? 0 : bytes);
      if (left < 0) {
        throw tooLarge(name);
      }
      return answer;
    }
  }
}
