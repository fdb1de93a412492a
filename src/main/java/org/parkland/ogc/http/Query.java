package org.parkland.ogc.http;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a request; wrong and unknown ones are refused by name. */
public final class Query {
  private final OgcRequest request;

  private Query(OgcRequest request) {
    this.request = request;
  }

  /** @throws OgcProblem if the request carries a parameter that is not known, or one twice */
  public static Query of(OgcRequest request, Collection<String> known) {
    Set<String> names = new TreeSet<>(known);
    names.add("f");
    request.query().forEach((name, values) -> {
      if (!names.contains(name)) {
        throw OgcProblem.badParameter(name,
            "unknown parameter '" + name + "'; this address knows: " + String.join(", ", names));
      }
      if (values.size() > 1) {
        throw OgcProblem.badParameter(name, "parameter '" + name + "' is given " + values.size() + " times");
      }
    });
    return new Query(request);
  }

  /** Null if not given. */
  public String text(String name) {
    List<String> values = request.query().get(name);
    return values == null ? null : values.get(0);
  }

  /** The words of a list separated by commas; null if not given. */
  public List<String> list(String name) {
    String value = text(name);
    return value == null ? null : List.of(value.split(",", -1)).stream().map(String::strip).toList();
  }

  /** A whole number from 1; more than the most counts as the most. */
  public int count(String name, int otherwise, int most) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("\\d{1,18}") && Long.parseLong(value) >= 1) {
      return (int) Math.min(most, Long.parseLong(value));
    }
    throw OgcProblem.badParameter(name, "'" + value + "' is no whole number from 1 on");
  }

  public int whole(String name, int lowest, int highest) {
    String value = text(name);
    if (value != null && value.matches("\\d{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    }
    throw OgcProblem.badParameter(name, "'" + value + "' is no whole number from " + lowest + " to " + highest);
  }
}
