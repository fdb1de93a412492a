package org.parkland.sink;

/**
 * One attribute of a layer.
 *
 * @param name column name; at most 10 bytes when the layer goes into a shapefile
 * @param type what the values are
 * @param width largest length: bytes for text (two per Chinese character in GBK), digits with
 *     sign and point for numbers
 * @param decimals digits after the point, 0 for everything but {@link Type#DECIMAL}
 */
public record Column(String name, Type type, int width, int decimals) {

  /** Kinds of values; a flag is a truth value that may be unknown. */
  public enum Type { TEXT, INTEGER, DECIMAL, DATE, FLAG }

  public static Column text(String name, int width) {
    return new Column(name, Type.TEXT, width, 0);
  }

  public static Column integer(String name, int width) {
    return new Column(name, Type.INTEGER, width, 0);
  }

  public static Column decimal(String name, int width, int decimals) {
    return new Column(name, Type.DECIMAL, width, decimals);
  }

  public static Column date(String name) {
    return new Column(name, Type.DATE, 8, 0);
  }

  public static Column flag(String name) {
    return new Column(name, Type.FLAG, 1, 0);
  }
}
