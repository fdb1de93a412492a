package org.parkland.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.parkland.ogc.filter.Tokens.Kind;
import org.parkland.ogc.filter.Tokens.Token;

/**
 * Reads CQL2 text by recursive descent: {@code land_use = '1001' AND S_INTERSECTS(geometry, BBOX(…))}.
 *
 * <p>Classes: Basic CQL2, Advanced Comparison Operators, Case-insensitive Comparison, Basic Spatial Functions with
 * and without additional literals, Spatial Functions, Property-Property Comparisons.
 */
final class CqlText {
  private static final Set<String> SHAPES = Set.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING",
      "MULTIPOLYGON", "GEOMETRYCOLLECTION", "BBOX");

  private final Tokens tokens;
  private final FilterLimits limits;
  private int depth;

  private CqlText(String filter, FilterLimits limits) {
    this.tokens = new Tokens(filter);
    this.limits = limits;
  }

  /** @throws FilterException that says at which place the filter cannot be understood */
  static Filter read(String filter, FilterLimits limits) {
    CqlText reader = new CqlText(filter, limits);
    Filter whole = reader.or();
    if (reader.tokens.peek().kind() != Kind.END) {
      throw reader.tokens.unexpected("AND, OR or the end");
    }
    return whole;
  }

  private Filter or() {
    limits.requireDepth(++depth);
    List<Filter> parts = new ArrayList<>(List.of(and()));
    while (tokens.takeIf("OR")) {
      parts.add(and());
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Filter.Or(parts);
  }

  private Filter and() {
    List<Filter> parts = new ArrayList<>(List.of(not()));
    while (tokens.takeIf("AND")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
  }

  private Filter not() {
    if (!tokens.takeIf("NOT")) {
      return predicate();
    }
    limits.requireDepth(++depth);
    Filter inner = not();
    depth--;
    return new Filter.Not(inner);
  }

  private Filter predicate() {
    if (tokens.takeIf("(")) {
      Filter inner = or();
      tokens.require(")");
      return inner;
    }
    Token token = tokens.peek();
    Optional<SpatialRelation> spatial =
        token.kind() == Kind.WORD ? SpatialRelation.of(token.text()) : Optional.empty();
    return spatial.isPresent() ? spatial(spatial.get()) : comparison();
  }

  private Filter comparison() {
    Token token = tokens.peek();
    Filter.Value left = value();
    boolean alone = left instanceof Filter.Literal literal && literal.value() instanceof Boolean;
    if (alone && (tokens.peek().kind() == Kind.END || tokens.peek().is(")") || tokens.peek().is("AND")
        || tokens.peek().is("OR"))) {
      return new Filter.Constant(token.is("TRUE"));
    }
    if (tokens.takeIf("IS")) {
      boolean not = tokens.takeIf("NOT");
      tokens.require("NULL");
      return negated(not, new Filter.IsNull(left));
    }
    boolean not = tokens.takeIf("NOT");
    if (tokens.takeIf("LIKE")) {
      return negated(not, new Filter.Like(left, value()));
    } else if (tokens.takeIf("BETWEEN")) {
      Filter.Value lowest = value();
      tokens.require("AND");
      return negated(not, new Filter.Between(left, lowest, value()));
    } else if (tokens.takeIf("IN")) {
      return negated(not, new Filter.In(left, list()));
    } else if (not || Relations.of(tokens.peek().text()).isEmpty()) {
      throw tokens.unexpected("=, <>, <, <=, >, >=, LIKE, BETWEEN, IN or IS NULL");
    }
    return new Filter.Compare(left, Relations.of(tokens.take().text()).orElseThrow(), value());
  }

  private static Filter negated(boolean not, Filter filter) {
    return not ? new Filter.Not(filter) : filter;
  }

  private List<Filter.Value> list() {
    List<Filter.Value> values = new ArrayList<>();
    tokens.require("(");
    do {
      values.add(value());
    } while (tokens.takeIf(","));
    tokens.require(")");
    limits.requireList(values.size());
    return values;
  }

  private Filter.Value value() {
    Token token = tokens.take();
    return switch (token.kind()) {
      case TEXT -> new Filter.Literal(token.text());
      case NUMBER -> new Filter.Literal(Double.valueOf(token.text()));
      case QUOTED_WORD -> new Filter.Property(token.text());
      case WORD -> word(token);
      case SIGN, END -> throw new FilterException("at place " + token.at()
          + " of the filter a property or a value is expected, not '" + token.text() + "'");
    };
  }

  private Filter.Value word(Token token) {
    if (token.is("TRUE") || token.is("FALSE")) {
      return new Filter.Literal(token.is("TRUE"));
    } else if (!tokens.peek().is("(")) {
      return new Filter.Property(token.text());
    }
    tokens.require("(");
    limits.requireDepth(++depth);
    Filter.Value inner = value();
    depth--;
    tokens.require(")");
    return switch (token.text().toUpperCase(Locale.ROOT)) {
      case "DATE", "TIMESTAMP" -> new Filter.Literal(Days.read(inner));
      case "CASEI" -> new Filter.CaseInsensitive(inner);
      default -> throw new FilterException("the function '" + token.text() + "' at place " + token.at()
          + " is not known; known are CASEI, DATE, TIMESTAMP and the spatial functions S_INTERSECTS and so on");
    };
  }

  private Filter spatial(SpatialRelation relation) {
    tokens.take();
    tokens.require("(");
    Geometry first = shapeOrProperty();
    tokens.require(",");
    Geometry second = shapeOrProperty();
    tokens.require(")");
    if ((first == null) == (second == null)) {
      throw new FilterException("a spatial function compares the property 'geometry' with a shape");
    }
    return new Filter.Spatial(relation, first == null ? second : first, first != null);
  }

  /** Null for the shape of the item. */
  private Geometry shapeOrProperty() {
    Token token = tokens.take();
    boolean quoted = token.kind() == Kind.QUOTED_WORD;
    if (quoted || token.kind() == Kind.WORD) {
      if (token.text().equals(FilterCheck.GEOMETRY)) {
        return null;
      } else if (!quoted && SHAPES.contains(token.text().toUpperCase(Locale.ROOT))) {
        return new ShapeText(tokens, limits).read(token);
      }
    }
    throw new FilterException("at place " + token.at() + " of the filter the property 'geometry' or a shape such as"
        + " POLYGON((…)) or BBOX(…) is expected, not '" + token.text() + "'");
  }
}
