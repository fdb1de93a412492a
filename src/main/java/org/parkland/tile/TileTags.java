package org.parkland.tile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parkland.land.Feature;

/**
 * What a parcel's tags say beside {@code id} and {@code code}: the idle status, for example.
 *
 * <p>Merged land carries no such tags, so tiles of merged land serve all of them.
 */
public interface TileTags {
  TileTags NONE = of("", List.of(), feature -> Map.of());

  /**
   * Tells different answers of {@link #of(Feature)} apart in the cache; must change whenever an answer may.
   * Letters, digits, dot and hyphen.
   */
  String version();

  /** Attributes the answer needs beside {@code id} and {@code land_use}. */
  List<String> attributes();

  /** Values by tag name: text, numbers or booleans; empty for most parcels. */
  Map<String, Object> of(Feature feature);

  static TileTags of(String version, List<String> attributes, Function<Feature, Map<String, Object>> answer) {
    if (!version.matches("[A-Za-z0-9.-]*")) {
      throw new IllegalArgumentException("a version has letters, digits, dot and hyphen, got '" + version + "'");
    }
    return new TileTags() {
      @Override
      public String version() {
        return version;
      }

      @Override
      public List<String> attributes() {
        return attributes;
      }

      @Override
      public Map<String, Object> of(Feature feature) {
        return answer.apply(feature);
      }
    };
  }
}
