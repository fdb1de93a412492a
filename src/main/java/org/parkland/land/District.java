package org.parkland.land;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A district as its pack describes it.
 *
 * @param code administrative code (440704)
 * @param synthetic whether the pack's layers are made up, which every screen must say
 * @param policy name of the red-line policy that applies unless another is asked for
 * @param layers the files of the pack, in the order in which they are imported
 */
public record District(
    String code,
    String name,
    String nameEn,
    boolean synthetic,
    String note,
    String noteEn,
    String policy,
    List<Layer> layers) {

  /**
   * A file of the pack.
   *
   * @param layer the layer to take where the file holds several, or null
   * @param name tells layers of one kind apart, or null
   * @param asOf the day it describes
   */
  public record Layer(Path file, LayerKind kind, String layer, String name, LocalDate asOf) {}
}
