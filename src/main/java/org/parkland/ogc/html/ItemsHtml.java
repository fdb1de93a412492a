package org.parkland.ogc.html;

import java.util.List;
import java.util.Map;
import org.parkland.land.Attribute;
import org.parkland.ogc.http.Dictionary;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.items.Item;

/** Items as a table beside a map. */
public final class ItemsHtml {
  /** More than a person reads, and than the map draws at once, is left to programs. */
  public static final int MOST_ITEMS = 500;

  private final OgcRequest request;
  private final Dictionary words;

  public ItemsHtml(OgcRequest request, Dictionary words) {
    this.request = request;
    this.words = words;
  }

  /**
   * @param geoJson the same items in CRS84
   * @param links to other pages
   */
  public String page(String title, List<Attribute> columns, List<Item> items, String collection, byte[] geoJson,
      List<Map<String, Object>> links) {
    Html page = new Html(request, words).withMap().trail().heading(title, null);
    page.append("<div id=\"items-map\" class=\"items-map\" role=\"region\" aria-label=\"" + word("map") + "\"></div>");
    page.append("<script type=\"application/geo+json\" id=\"items\">" + harmless(geoJson) + "</script>");
    table(page, columns, items, collection);
    return page.document(links).page(title);
  }

  private void table(Html page, List<Attribute> columns, List<Item> items, String collection) {
    page.append("<p>" + Html.escaped(words.word("shown", request.english()).replace("{count}",
        String.valueOf(items.size()))) + "</p><div class=\"items\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">id</th>");
    columns.forEach(each -> page.append("<th scope=\"col\" title=\"" + Html.escaped(each.name()) + "\">"
        + Html.escaped(request.english() ? each.labelEn() : each.label()) + "</th>"));
    page.append("</tr></thead><tbody>");
    for (Item item : items) {
      page.append("<tr><td><a href=\"" + Html.escaped(request.root() + "/collections/" + OgcRequest.encoded(collection)
          + "/items/" + OgcRequest.encoded(item.id()) + "?f=html") + "\">" + Html.escaped(item.id()) + "</a></td>");
      for (Attribute each : columns) {
        Object value = item.properties().get(each.name());
        page.append(value instanceof Number ? "<td class=\"number\">" : "<td>");
        page.append((value == null ? "" : Html.escaped(shown(value))) + "</td>");
      }
      page.append("</tr>");
    }
    page.append("</tbody></table></div>");
  }

  private static String shown(Object value) {
    return value instanceof Double number ? new java.math.BigDecimal(number).setScale(2, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros().toPlainString() : value.toString();
  }

  /** No text in the data can end the block it stands in. */
  private static String harmless(byte[] json) {
    return new String(json, java.nio.charset.StandardCharsets.UTF_8).replace("<", "\\u003c");
  }

  private String word(String key) {
    return Html.escaped(words.word(key, request.english()));
  }
}
