package org.parkland.ogc.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The links of a document: href, rel, type, title. */
public final class Links {
  private final List<Map<String, Object>> all = new ArrayList<>();

  /** To the document itself and to its other form. */
  public static Links of(OgcRequest request, Format format, String jsonType) {
    Links links = new Links();
    boolean asked = request.query().containsKey("f");
    links.add(request.with("f", asked ? format.word() : null), "self", format.type(jsonType), null);
    links.add(request.with("f", format.other().word()), "alternate", format.other().type(jsonType), null);
    return links;
  }

  public static Links none() {
    return new Links();
  }

  public Links add(String href, String relation, String type, String title) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("href", href);
    link.put("rel", relation);
    link.put("type", type);
    if (title != null) {
      link.put("title", title);
    }
    all.add(link);
    return this;
  }

  public Links addTemplated(String href, String relation, String type) {
    add(href, relation, type, null);
    all.get(all.size() - 1).put("templated", true);
    return this;
  }

  public List<Map<String, Object>> list() {
    return all;
  }
}
