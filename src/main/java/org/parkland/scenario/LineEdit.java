package org.parkland.scenario;

import java.util.List;
import org.parkland.land.ProtectionBlock;

/** Two versions of the whole protection line, in degrees; blocks that stand in both are the same objects. */
public record LineEdit(List<ProtectionBlock> before, List<ProtectionBlock> after) {
  public LineEdit inverse() {
    return new LineEdit(after, before);
  }
}
