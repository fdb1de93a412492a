package org.parkland.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.ogc.filter.Tokens.Kind;
import org.parkland.ogc.filter.Tokens.Token;

/** A shape in a filter: well-known text, or {@code BBOX(west, south, east, north)}. */
final class ShapeText {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Tokens tokens;
  private final FilterLimits limits;

  ShapeText(Tokens tokens, FilterLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  /** @param type its first word, which is taken already */
  Geometry read(Token type) {
    return type.is("BBOX") ? box() : wellKnown(type);
  }

  private Geometry box() {
    List<Double> numbers = new ArrayList<>();
    tokens.require("(");
    do {
      if (tokens.peek().kind() != Kind.NUMBER) {
        throw tokens.unexpected("a number");
      }
      numbers.add(Double.valueOf(tokens.take().text()));
    } while (tokens.takeIf(","));
    tokens.require(")");
    return box(numbers);
  }

  /** Four numbers, or six with heights, which do not matter here. */
  static Geometry box(List<Double> numbers) {
    int half = numbers.size() / 2;
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw new FilterException("a BBOX has four or six numbers, not " + numbers.size());
    }
    return FACTORY.toGeometry(
        new Envelope(numbers.get(0), numbers.get(half), numbers.get(1), numbers.get(half + 1)));
  }

  private Geometry wellKnown(Token type) {
    StringBuilder text = new StringBuilder(type.text());
    int open = 0;
    do {
      Token token = tokens.take();
      if (token.kind() == Kind.END) {
        throw new FilterException("the shape at place " + type.at() + " of the filter does not end");
      }
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      limits.requireDepth(open);
      text.append(' ').append(token.text());
    } while (open > 0);
    try {
      return limits.requireVertices(new WKTReader(FACTORY).read(text.toString()));
    } catch (ParseException | IllegalArgumentException e) {
      throw new FilterException("the shape at place " + type.at() + " of the filter is no well-known text: "
          + e.getMessage(), e);
    }
  }
}
