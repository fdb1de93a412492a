package org.parkland.ingest;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Crs;
import org.parkland.land.LayerKind;
import org.parkland.land.Words;
import org.parkland.source.SourceLayer;

/**
 * What a delivered file looks like before anything is stored.
 *
 * @param layers names of all its layers
 * @param layer the one that was looked at
 * @param kind what it is for, chosen or guessed by its columns
 * @param crs as chosen or declared; null where neither is so
 * @param guessed what the coordinates look like where {@code crs} is null; to be confirmed; null where nothing tells
 * @param swapped whether the coordinates look as if northing (or latitude) stood first
 * @param notices what was found out on the way
 * @param mapping attribute → column
 * @param unclaimed columns that no attribute claims
 * @param codes what the land-use column holds; null where the layer has none
 * @param rows the first rows, column → value
 * @param read how many rows were looked at for codes and outline
 * @param whole whether those were all
 * @param outline shapes spread over the rows that were read, in degrees; empty where the system is unknown
 * @param box around all shapes that were read, in degrees; null likewise
 * @param obstacles what an import as it stands would be refused for
 */
public record Inspection(List<String> layers, SourceLayer layer, LayerKind kind, Crs crs, Crs guessed,
    boolean swapped, List<Words> notices,
    Map<String, String> mapping, List<String> unclaimed, Codes codes, List<Map<String, Object>> rows, long read,
    boolean whole, List<Geometry> outline, Envelope box, List<Obstacle> obstacles) {

  /**
   * Land-use codes as delivered.
   *
   * @param edition of the classification they are read by
   * @param mended codes that were padded or shortened, in rows
   * @param unknown codes of no classification → rows
   */
  public record Codes(String column, String edition, long mended, Map<String, Long> unknown) {}

  /** @param part {@code crs}, {@code columns}, {@code codes}, {@code asOf} or {@code file} */
  public record Obstacle(String part, String problem, String remedy) {}
}
