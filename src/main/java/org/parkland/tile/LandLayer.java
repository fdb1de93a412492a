package org.parkland.tile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one layer of a tile, {@code land}, encoded as features come (MVT 2.1 §4.1, §4.2).
 *
 * <p>Written without the library's builders: they want each parcel as a JTS polygon first and take 2.3 ms for
 * 3,200 parcels, a third of such a tile; from grid rings straight to bytes takes less than half of that. The
 * library's reader is what the tests judge this by.
 */
final class LandLayer {
  static final String NAME = "land";

  private static final int TILE_LAYER = 3;
  private static final int LAYER_NAME = 1;
  private static final int LAYER_FEATURE = 2;
  private static final int LAYER_KEY = 3;
  private static final int LAYER_VALUE = 4;
  private static final int LAYER_EXTENT = 5;
  private static final int LAYER_VERSION = 15;
  private static final int FEATURE_ID = 1;
  private static final int FEATURE_TAGS = 2;
  private static final int FEATURE_TYPE = 3;
  private static final int FEATURE_GEOMETRY = 4;
  private static final int POLYGON = 3;

  private final ProtoBuffer features = new ProtoBuffer();
  private final ProtoBuffer feature = new ProtoBuffer();
  private final ProtoBuffer tags = new ProtoBuffer();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();

  /** Names a value of the feature that is closed next. A null value is left out: absent is not empty. */
  void tag(String key, Object value) {
    if (value != null) {
      tags.varint(index(keys, key));
      tags.varint(index(values, value));
    }
  }

  private static <T> int index(Map<T, Integer> known, T wanted) {
    return known.computeIfAbsent(wanted, each -> known.size());
  }

  /**
   * Closes a feature.
   *
   * @param number unique in the layer, above 0; 0 for a feature without one
   */
  void feature(long number, PathCommands path) {
    feature.clear();
    if (number > 0) {
      feature.field(FEATURE_ID, number);
    }
    feature.field(FEATURE_TAGS, tags);
    feature.field(FEATURE_TYPE, POLYGON);
    feature.field(FEATURE_GEOMETRY, path.encoded());
    features.field(LAYER_FEATURE, feature);
    tags.clear();
  }

  /** The tile with this layer, or the empty tile: a layer must have features (§4.1). */
  Tile toTile() {
    if (features.size() == 0) {
      return Tile.EMPTY;
    }
    ProtoBuffer layer = new ProtoBuffer();
    layer.field(LAYER_VERSION, 2);
    layer.field(LAYER_NAME, NAME);
    layer.append(features);
    keys.keySet().forEach(key -> layer.field(LAYER_KEY, key));
    values.keySet().forEach(value -> layer.field(LAYER_VALUE, encoded(value)));
    layer.field(LAYER_EXTENT, TileUnits.EXTENT);
    ProtoBuffer tile = new ProtoBuffer();
    tile.field(TILE_LAYER, layer);
    return new Tile(tile.toBytes());
  }

  /** Whether a tile shows land merged by class, or nothing: then no feature has an {@code id}, nor any other tag. */
  static boolean isMerged(Tile tile) {
    return tile.isEmpty() || !new ProtoFields(tile.bytes()).message(TILE_LAYER).texts(LAYER_KEY).contains("id");
  }

  /** §4.1, message Value: 1 string, 3 double, 4 integer, 7 boolean. */
  private static ProtoBuffer encoded(Object value) {
    ProtoBuffer message = new ProtoBuffer();
    if (value instanceof Boolean flag) {
      message.field(7, flag ? 1 : 0);
    } else if (value instanceof Integer || value instanceof Long) {
      message.field(4, ((Number) value).longValue());
    } else if (value instanceof Number number) {
      message.field(3, number.doubleValue());
    } else {
      message.field(1, value.toString());
    }
    return message;
  }
}
