package org.parkland.land;

/** A short text for planners, in both languages of the product. */
public record Words(String zh, String en) {
  /** The same text with every {@code {name}} replaced. */
  public Words fill(String name, Object value) {
    String mark = "{" + name + "}";
    return new Words(zh.replace(mark, String.valueOf(value)), en.replace(mark, String.valueOf(value)));
  }
}
