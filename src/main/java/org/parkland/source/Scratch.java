package org.parkland.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;

/** Temporary folders for what must be unpacked or converted to be read. They go when it is closed. */
final class Scratch implements AutoCloseable {
  /** Temporary folder → the file the user knows. */
  private final Map<Path, Path> folders = new LinkedHashMap<>();
  private final SourceLimits limits;

  Scratch(SourceLimits limits) {
    this.limits = limits;
  }

  /** What may come of unpacking and converting. */
  SourceLimits limits() {
    return limits;
  }

  /** A new folder for what comes out of a file. */
  Path folder(Path of) {
    try {
      Path folder = ScratchFolder.create("source").toRealPath();
      folders.put(folder, of);
      return folder;
    } catch (IOException e) {
      throw new BadInput(of.toString(), "cannot be unpacked: the temporary folder cannot be written",
          "make room there or set -Djava.io.tmpdir", e);
    }
  }

  /** The same error with the file's name where a temporary folder stood. */
  BadInput renamed(BadInput e) {
    String place = e.place();
    String problem = e.problem();
    // Latest first: a geodatabase out of an archive was converted from a file that is temporary itself.
    List<Path> latestFirst = new ArrayList<>(folders.keySet());
    Collections.reverse(latestFirst);
    for (Path folder : latestFirst) {
      String file = folders.get(folder).toString();
      place = place.replace(folder + "/", file + "!").replace(folder.toString(), file);
      problem = problem.replace(folder + "/", "").replace(folder.toString(), file);
    }
    return new BadInput(place, problem, e.remedy(), e);
  }

  @Override
  public void close() {
    folders.keySet().forEach(ScratchFolder::remove);
    folders.clear();
  }
}
