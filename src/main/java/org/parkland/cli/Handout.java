package org.parkland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the audit what was written as a file; a file that cannot be written down there goes again. */
final class Handout {
  private static final Logger LOG = LoggerFactory.getLogger(Handout.class);

  private Handout() {}

  /** @param asked what narrows it, and the number of rows; values may be null */
  static void note(Workspace workspace, Action action, String what, Path file, Map<String, ?> asked) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("file", file.toAbsolutePath().toString());
    asked.forEach((name, value) -> {
      if (value != null) {
        after.put(name, value);
      }
    });
    try {
      workspace.store().audit().append(Deed.of(action, what, null, after));
    } catch (BadInput e) {
      remove(file);
      throw e;
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} is not in the audit, and cannot be removed: {}", file, e.toString());
    }
  }
}
