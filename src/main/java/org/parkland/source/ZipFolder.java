package org.parkland.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.stream.Stream;
import org.parkland.BadInput;

/** A ZIP archive unpacked into a temporary folder; entries cannot leave it, and it cannot swell without end. */
final class ZipFolder implements AutoCloseable {
  private static final long MOST_BYTES = 20L << 30;
  private static final int MOST_ENTRIES = 1_000;
  /** Entry names without the UTF-8 mark are GBK in domestic archives; its superset decodes both. */
  private static final Charset NAMES = Charset.forName("GB18030");

  private final Path zip;
  private final Path folder;

  private ZipFolder(Path zip, Path folder) {
    this.zip = zip;
    this.folder = folder;
  }

  static ZipFolder unpack(Path zip) {
    try {
      ZipFolder result = new ZipFolder(zip, ScratchFolder.create(Path.of(System.getProperty("java.io.tmpdir")), "zip"));
      result.unpackAll();
      return result;
    } catch (IOException e) {
      throw new BadInput(zip.toString(), "is a damaged ZIP archive", "pack or send it again", e);
    }
  }

  Path path() {
    return folder;
  }

  /** Whether any part of a Shapefile is inside, so that a missing part is named as such. */
  boolean isShapefile() {
    return files().stream().map(each -> each.toString().toLowerCase(Locale.ROOT))
        .anyMatch(each -> each.endsWith(".shp") || each.endsWith(".dbf") || each.endsWith(".shx"));
  }

  Path onlyFile() {
    List<Path> files = files();
    if (files.size() != 1) {
      throw new BadInput(zip.toString(), "holds " + files.size() + " files and no Shapefile",
          "pack one layer into one archive");
    }
    return files.get(0);
  }

  /** The same error with the archive's name where the temporary folder stood. */
  BadInput renamed(BadInput e) {
    String place = e.place().replace(folder + "/", zip + "!").replace(folder.toString(), zip.toString());
    return new BadInput(place, e.problem(), e.remedy(), e);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  private void unpackAll() throws IOException {
    long left = MOST_BYTES;
    try (ZipFile archive = new ZipFile(zip.toFile(), NAMES)) {
      if (archive.size() > MOST_ENTRIES) {
        throw tooLarge(archive.size() + " entries, more than " + MOST_ENTRIES);
      }
      for (ZipEntry entry : archive.stream().filter(each -> !each.isDirectory()).toList()) {
        left -= unpack(archive, entry, left);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private long unpack(ZipFile archive, ZipEntry entry, long left) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new BadInput(zip + " entry " + entry.getName(), "points outside the archive", "pack it again");
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = archive.getInputStream(entry); var out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      long written = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > left) {
          throw tooLarge("more than " + (MOST_BYTES >> 30) + " GiB unpacked");
        }
        out.write(buffer, 0, read);
      }
      return written;
    }
  }

  private BadInput tooLarge(String size) {
    return new BadInput(zip.toString(), "unpacks to " + size, "pack one layer into one archive");
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
