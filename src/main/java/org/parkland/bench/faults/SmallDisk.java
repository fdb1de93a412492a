package org.parkland.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file system of a few megabytes in memory; mounting it needs root, or sudo without a password. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** @throws IllegalStateException if it cannot be mounted */
  public static SmallDisk mount(Path folder, int mib) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    asRoot("mount", "-t", "tmpfs", "-o", "size=" + mib + "m,mode=1777", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  public Path folder() {
    return folder;
  }

  private static void asRoot(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    if (!System.getProperty("user.name").equals("root")) {
      all.addAll(0, List.of("sudo", "-n"));
    }
    if (new ProcessBuilder(all).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", all) + " failed");
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    asRoot("umount", "-l", folder.toString());
  }
}
