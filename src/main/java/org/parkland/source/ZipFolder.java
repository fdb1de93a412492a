package org.parkland.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.parkland.BadInput;

/** A ZIP archive unpacked into a temporary folder; entries cannot leave it, and it cannot swell without end. */
final class ZipFolder {
  /** What an entry may unpack to whatever its size. */
  private static final long FREE_BYTES = 64L << 20;

  private final Path zip;
  private final Path folder;
  private final SourceLimits limits;

  private ZipFolder(Path zip, Path folder, SourceLimits limits) {
    this.zip = zip;
    this.folder = folder;
    this.limits = limits;
  }

  /** @return the folder */
  static Path unpack(Path zip, Scratch scratch) {
    Path folder = scratch.folder(zip);
    try {
      new ZipFolder(zip, folder, scratch.limits()).unpackAll();
      return folder;
    } catch (ZipException e) {
      boolean locked = String.valueOf(e.getMessage()).contains("encrypted");
      throw new BadInput(zip.toString(), locked ? "is locked with a password" : "is a damaged ZIP archive",
          locked ? "pack it without" : "pack or send it again", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInput(zip.toString(), "is a damaged ZIP archive", "pack or send it again", e);
    }
  }

  private void unpackAll() throws IOException {
    long left = limits.zipBytes();
    try (ZipFile archive = archive()) {
      if (archive.size() > limits.zipEntries()) {
        throw tooLarge(archive.size() + " entries, more than " + limits.zipEntries());
      }
      for (ZipEntry entry : archive.stream().filter(each -> !each.isDirectory()).toList()) {
        left -= unpack(archive, entry, left);
      }
    }
  }

  /** Entry names are UTF-8 where they can be; those of domestic archives are GBK, which its superset decodes. */
  private ZipFile archive() throws IOException {
    try {
      return new ZipFile(zip.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(zip.toFile(), TextEncoding.GB18030);
    }
  }

  private long unpack(ZipFile archive, ZipEntry entry, long left) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new BadInput(zip + " entry " + entry.getName(), "points outside the archive", "pack it again");
    }
    Files.createDirectories(target.getParent());
    long most = Math.min(left, Math.max(FREE_BYTES, limits.zipRatio() * entry.getCompressedSize()));
    try (InputStream in = archive.getInputStream(entry); var out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      long written = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > most) {
          throw tooLarge(most == left ? "more than " + (limits.zipBytes() >> 20) + " MiB"
              : "more than " + limits.zipRatio() + " times its size (" + entry.getName() + ")");
        }
        out.write(buffer, 0, read);
      }
      return written;
    }
  }

  private BadInput tooLarge(String size) {
    return new BadInput(zip.toString(), "unpacks to " + size, "pack one layer into one archive");
  }
}
