package org.parkland.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders for what is unpacked or sent, named after the process they belong to: what a killed process left is
 * known by its name, and removed by whoever comes next.
 */
public final class ScratchFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);
  /** Purpose, process, second of its start. */
  private static final Pattern NAME = Pattern.compile("parkland-([a-z]+)-(\\d+)-(\\d+)-.*");

  private ScratchFolder() {}

  /** As below, in the system's folder for temporary files. */
  public static Path create(String purpose) throws IOException {
    return create(Path.of(System.getProperty("java.io.tmpdir")), purpose);
  }

  /**
   * Makes a new folder of this process, and removes those of processes that are gone.
   *
   * @param parent made where it is missing
   * @param purpose a word in small letters
   */
  public static Path create(Path parent, String purpose) throws IOException {
    Files.createDirectories(parent);
    sweep(parent, purpose);
    ProcessHandle self = ProcessHandle.current();
    return Files.createTempDirectory(parent, "parkland-" + purpose + "-" + self.pid() + "-" + start(self) + "-");
  }

  private static void sweep(Path parent, String purpose) throws IOException {
    try (Stream<Path> found = Files.list(parent)) {
      for (Path each : found.toList()) {
        Matcher name = NAME.matcher(each.getFileName().toString());
        if (name.matches() && name.group(1).equals(purpose) && !isAlive(name)) {
          LOG.warn("removes {}, which a process that was killed has left", each);
          removeIfAllowed(each);
        }
      }
    }
  }

  /** What belongs to another user stays. */
  private static void removeIfAllowed(Path folder) {
    try {
      remove(folder);
    } catch (UncheckedIOException e) {
      LOG.warn("cannot remove {}", folder, e);
    }
  }

  /** A number may belong to another process by now, but not with the same start. */
  private static boolean isAlive(Matcher name) {
    return ProcessHandle.of(Long.parseLong(name.group(2)))
        .filter(each -> start(each) == Long.parseLong(name.group(3))).isPresent();
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }

  /** Removes a folder with all it holds; what is gone already is fine. */
  public static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} is gone", folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
