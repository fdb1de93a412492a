package org.parkland.ogc.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** As what a document is sent: to programs as JSON, to people as a page. */
public enum Format {
  JSON, HTML;

  private record Wish(String type, double weight) {
    static Wish of(String part) {
      String[] pieces = part.split(";");
      double weight = Arrays.stream(pieces).skip(1).map(String::strip).filter(each -> each.startsWith("q="))
          .mapToDouble(each -> number(each.substring(2))).findFirst().orElse(1);
      return new Wish(pieces[0].strip().toLowerCase(Locale.ROOT), weight);
    }

    private static double number(String text) {
      return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
    }
  }

  /**
   * What a request asks for: by {@code f}, else by its Accept header, else JSON.
   *
   * @throws OgcProblem if it accepts neither
   */
  public static Format of(OgcRequest request) {
    List<String> asked = request.query().get("f");
    if (asked != null) {
      return Arrays.stream(values()).filter(each -> each.word().equals(asked.get(0))).findFirst()
          .orElseThrow(() -> OgcProblem.badParameter("f", "'" + asked.get(0) + "' is neither json nor html"));
    }
    String accept = request.accept();
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    return Arrays.stream(accept.split(",")).map(Wish::of).filter(each -> each.weight() > 0)
        .sorted(Comparator.comparingDouble(Wish::weight).reversed()).map(each -> of(each.type()))
        .filter(each -> each != null).findFirst().orElseThrow(() -> OgcProblem.notAcceptable(
            "this address answers as application/json, application/geo+json or text/html, not as " + accept));
  }

  private static Format of(String type) {
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> HTML;
      case "*/*", "application/*", "application/json", "application/geo+json", "application/schema+json",
          "application/vnd.oai.openapi+json", "application/openapi+json" -> JSON;
      default -> null;
    };
  }

  public Format other() {
    return this == JSON ? HTML : JSON;
  }

  /** The value of {@code f}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param json the type of the document where it is sent to programs */
  public String type(String json) {
    return this == JSON ? json : OgcResponse.HTML;
  }
}
