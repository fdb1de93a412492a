package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.parkland.land.Classification;
import org.parkland.print.Language;
import org.parkland.print.Picture;

/** A report being written: its text so far, its pictures, and the words and figures its sections write with. */
final class Draft {
  /** How a picture is named in the page. */
  static final String PICTURE = "picture:";

  final Html html = new Html();
  private final ReportOrder order;
  private final Answers answers;
  private final Classification classification;
  private final List<Picture> pictures = new ArrayList<>();

  Draft(ReportOrder order, Answers answers, Classification classification) {
    this.order = order;
    this.classification = classification;
    this.answers = answers;
  }

  ReportOrder order() {
    return order;
  }

  Answers answers() {
    return answers;
  }

  List<Picture> pictures() {
    return pictures;
  }

  Language language() {
    return order.language();
  }

  String say(String key, Object... places) {
    return language().say(key, places);
  }

  /** A text of an answer in the language asked for: {@code nameEn} beside {@code name}. */
  String words(JsonNode node, String key) {
    String chinese = node.path(key).asText("");
    return language().name(chinese, node.path(key + "En").asText(null));
  }

  /** Name of the class of a land-use row, in the language asked for. */
  String className(JsonNode row) {
    return classification.find(row.path("code").asText("")).map(each -> language().name(each.name(), each.nameEn()))
        .orElse(row.path("name").isTextual() ? row.path("name").asText() : say("landuse.unclassified"));
  }

  String date(LocalDate day) {
    return language().date(day);
  }

  String area(JsonNode areaM2) {
    return Rounding.area(number(areaM2), order.areaUnit());
  }

  String area(double areaM2) {
    return Rounding.area(areaM2, order.areaUnit());
  }

  String areaWithUnit(JsonNode areaM2) {
    return area(areaM2) + " " + unitWord();
  }

  String unitWord() {
    return say("unit." + order.areaUnit().word());
  }

  static Double number(JsonNode node) {
    return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
  }

  String percent(JsonNode share) {
    Double value = number(share);
    return value == null ? Rounding.UNKNOWN : Rounding.percent(value) + "%";
  }

  /** A share of the red line: never rounded up to its threshold. */
  String ratio(JsonNode share) {
    Double value = number(share);
    return value == null ? Rounding.UNKNOWN : Rounding.percent(value, order.policy().threshold()) + "%";
  }

  /** Starts a section with its heading. */
  void section(String id, String title) {
    html.open("section", "id", id, "class", id).element("h2", title);
  }

  void end() {
    html.close();
  }

  void note(String text) {
    html.element("p", text, "class", "note");
  }

  /** @param name what it shows, for those who do not see it */
  void picture(Picture picture, String name) {
    html.empty("img", "class", "picture", "src", PICTURE + pictures.size() + ".pdf", "alt", name);
    pictures.add(picture);
  }
}
