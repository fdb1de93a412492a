package org.parkland.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.parkland.geometry.AreaMethod;
import org.parkland.ingest.CodeDecision;
import org.parkland.ingest.OpenCodes;
import org.parkland.land.LayerKind;

/**
 * What every machine must know to do its part. Files are named as Spark ships them.
 *
 * @param id tells jobs apart that one machine works on
 * @param name of the land, for messages
 * @param kind whether it is parcels or a plan
 * @param crs of the land, {@code EPSG:n}
 * @param columns attribute → column, overrides the alias table
 * @param unitLayers layers of units
 * @param codes in which scheme the land's codes are, decided for all partitions alike; null where it has none
 * @param open codes of a stored layer that its import left open; null where the rows themselves tell
 */
record Job(String id, String name, LayerKind kind, String crs, Map<String, String> columns,
    List<String> unitLayers, AreaMethod method, CodeDecision codes, OpenCodes open) implements Serializable {
  /** Names of the folders that are shipped with every job. */
  static final String STANDARDS = "standards";
  static final String POLICIES = "policies";

  /** The same, with what was found out about the codes. */
  Job reading(CodeDecision decision) {
    return new Job(id, name, kind, crs, columns, unitLayers, method, decision, open);
  }
}
