package org.parkland.ogc.html;

import java.util.List;
import java.util.Map;
import org.parkland.ogc.http.Dictionary;
import org.parkland.ogc.http.OgcRequest;

/** Writes pages. All text is escaped here and nowhere else. */
public final class Html {
  private final OgcRequest request;
  private final Dictionary words;
  private final StringBuilder body = new StringBuilder();
  private String scripts = "";

  public Html(OgcRequest request, Dictionary words) {
    this.request = request;
    this.words = words;
  }

  private String word(String key) {
    return escaped(words.word(key, request.english()));
  }

  /** The way from the landing page to here. */
  public Html trail() {
    body.append("<nav class=\"trail\" aria-label=\"").append(word("trail")).append("\">");
    StringBuilder address = new StringBuilder(request.root());
    link(address + "?f=html", words.word("home", request.english()));
    for (String part : request.path()) {
      address.append('/').append(OgcRequest.encoded(part));
      body.append(" / ");
      link(address + "?f=html", part);
    }
    body.append("</nav>");
    return this;
  }

  public Html heading(String title, String description) {
    body.append("<h1>").append(escaped(title)).append("</h1>");
    if (description != null) {
      body.append("<p>").append(escaped(description)).append("</p>");
    }
    return this;
  }

  private void link(String href, String text) {
    body.append("<a href=\"").append(escaped(href)).append("\">").append(escaped(text)).append("</a>");
  }

  /** Any JSON document: objects as tables, lists as lists, addresses as links. */
  public Html document(Object value) {
    if (value instanceof Map<?, ?> map && map.get("href") instanceof String href) {
      Object title = map.get("title") != null ? map.get("title") : map.get("rel");
      link(href, String.valueOf(title));
      body.append(" <small>").append(escaped(map.get("rel") + ", " + map.get("type"))).append("</small>");
    } else if (value instanceof Map<?, ?> map) {
      body.append("<table>");
      map.forEach((key, each) -> {
        body.append("<tr><th scope=\"row\">").append(escaped(String.valueOf(key))).append("</th><td>");
        document(each);
        body.append("</td></tr>");
      });
      body.append("</table>");
    } else if (value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      body.append(escaped(list.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(", "))));
    } else if (value instanceof List<?> list) {
      body.append("<ul>");
      list.forEach(each -> {
        body.append("<li>");
        document(each);
        body.append("</li>");
      });
      body.append("</ul>");
    } else if (value instanceof String text && text.matches("https?://\\S+")) {
      link(text, text);
    } else if (value != null) {
      body.append(escaped(value.toString()));
    }
    return this;
  }

  /** Raw markup that a class of this package has escaped. */
  Html append(String markup) {
    body.append(markup);
    return this;
  }

  /** Loads the script that draws the items of the page on a map. */
  Html withMap() {
    scripts = "<link rel=\"stylesheet\" href=\"/webjars/leaflet/dist/leaflet.css\">"
        + "<script defer src=\"/webjars/leaflet/dist/leaflet.js\"></script>"
        + "<script type=\"module\" src=\"/js/ogc/items.js\"></script>";
    return this;
  }

  public String page(String title) {
    return "<!doctype html>\n<html lang=\"" + (request.english() ? "en" : "zh-CN") + "\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(title)
        + " · Parkland</title><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">"
        + "<link rel=\"stylesheet\" href=\"/css/base.css\"><link rel=\"stylesheet\" href=\"/css/ogc.css\">" + scripts
        + "</head><body class=\"ogc\"><main>" + note() + body + "</main></body></html>\n";
  }

  /** What every screen says where the data are a sample. */
  private String note() {
    String note = words.note(request.english());
    return note == null ? "" : "<p class=\"note\">" + escaped(note) + "</p>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
