package org.parkland.analysis;

import java.util.List;
import java.util.Set;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;
import org.parkland.store.FindingShelf;

/** Findings without those that quote a delivered value. */
record VeiledFindings(FindingShelf shelf) implements FindingShelf {
  /** Their texts carry {problem} or {why}: the words of a reader about a value it did not understand. */
  static final Set<String> QUOTING = Set.of("unreadable-value", "unreadable-row");

  @Override
  public boolean shows(String code) {
    return !QUOTING.contains(code);
  }

  @Override
  public List<FindingChunk> list(Snapshot snapshot) {
    return shelf.list(snapshot).stream().filter(each -> shows(each.code())).toList();
  }

  @Override
  public FindingChunk read(Snapshot snapshot, FindingChunk listed) {
    return shelf.read(snapshot, listed);
  }

  @Override
  public void replace(Snapshot snapshot, String step, List<FindingChunk> chunks) {
    shelf.replace(snapshot, step, chunks);
  }
}
