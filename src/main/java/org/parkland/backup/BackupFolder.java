package org.parkland.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.parkland.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where backups lie if nothing else is said. */
public record BackupFolder(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** A backup that lies here. */
  public record Found(Path file, Manifest manifest) {}

  /** A name that tells what it is and when it was taken: {@code jianghai-20261121-101500Z.gpkg}. */
  public Path next(String database, Manifest.Kind kind, Instant now) {
    String name = Path.of(database).getFileName().toString().replaceFirst("\\.gpkg$", "");
    return folder.resolve(name + "-" + STAMP.format(now) + (kind == Manifest.Kind.GEOPACKAGE ? ".gpkg" : ".dump"));
  }

  /** The backup of a database that was taken last and still has its length. */
  public Optional<Found> newest(String database) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path name = Path.of(database).getFileName();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(Manifest.ENDING)).flatMap(each -> find(each).stream())
          .filter(each -> Path.of(each.manifest().database()).getFileName().equals(name))
          .max(Comparator.comparing(each -> each.manifest().takenAt()));
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  private static Optional<Found> find(Path manifestFile) {
    String name = manifestFile.getFileName().toString();
    Path backup = manifestFile.resolveSibling(name.substring(0, name.length() - Manifest.ENDING.length()));
    try {
      Manifest manifest = Manifest.readBeside(backup);
      return Files.exists(backup) && Files.size(backup) == manifest.bytes() ? Optional.of(new Found(backup, manifest))
          : Optional.empty();
    } catch (BadInput | IOException e) {
      LOG.warn("{} is left out: {}", manifestFile, e.getMessage());
      return Optional.empty();
    }
  }
}
