package org.parkland.analysis;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.parkland.land.Snapshot;

/** The places of what imports and checks found of a layer, as the map shows them. */
public final class FindingMarks {
  /** As many as the screen draws: a layer with more is drawn by its gravest. */
  public static final int MOST = 5_000;

  /**
   * One finding's place.
   *
   * @param severity the word of it
   * @param shape in the CRS of the snapshot
   */
  public record Mark(String severity, Geometry shape) {}

  private FindingMarks() {}

  public static List<Mark> of(Workspace workspace, Snapshot snapshot) {
    return new FindingList(workspace.store(), snapshot, workspace.standards().findings()).page(null, null, 0, MOST)
        .stream().filter(each -> each.shape() != null && !each.shape().isEmpty())
        .map(each -> new Mark(each.severity().word(), each.shape())).toList();
  }
}
