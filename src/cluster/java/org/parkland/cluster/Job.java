package org.parkland.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.parkland.geometry.AreaMethod;
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
 */
record Job(String id, String name, LayerKind kind, String crs, Map<String, String> columns,
    List<String> unitLayers, AreaMethod method) implements Serializable {
  /** Names of the folders that are shipped with every job. */
  static final String STANDARDS = "standards";
  static final String POLICIES = "policies";
}
