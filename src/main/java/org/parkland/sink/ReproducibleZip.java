package org.parkland.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip archive whose bytes depend on its content only: every entry bears the same time. */
final class ReproducibleZip implements AutoCloseable {
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2025, 12, 31, 0, 0);

  private final ZipOutputStream zip;

  ReproducibleZip(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    zip = new ZipOutputStream(out);
    // Attribute tables are mostly blanks: stronger settings cost time and win little.
    zip.setLevel(Deflater.BEST_SPEED);
  }

  void add(String name, byte[] content) throws IOException {
    begin(name);
    zip.write(content);
    zip.closeEntry();
  }

  void add(String name, Path content) throws IOException {
    begin(name);
    Files.copy(content, zip);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
