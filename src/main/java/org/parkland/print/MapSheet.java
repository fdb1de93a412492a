package org.parkland.print;

import java.awt.Color;
import java.time.LocalDate;
import java.util.List;
import org.parkland.land.District;
import org.parkland.land.RedLinePolicy;

/** A map on a sheet of its own: title, map, legend, scale, dates and notes. */
final class MapSheet {
  private static final double TITLE_PT = 17;
  private static final double SUB_PT = 8.5;
  private static final double INFO_PT = 6.6;
  private static final double FOOT_PT = 6;
  private static final double RULE = 0.8;

  private final MapOrder order;
  private final District district;
  private final Canvas canvas;
  private final SheetPlan plan;
  private final Language language;

  MapSheet(MapOrder order, District district, Canvas canvas, SheetPlan plan) {
    this.order = order;
    this.district = district;
    this.canvas = canvas;
    this.plan = plan;
    this.language = order.language();
  }

  void draw(MapDrawing drawing, LocalDate printed) {
    MapFrame frame = MapDrawing.frame(order, plan.map());
    Shown shown = drawing.draw(frame, canvas, List.of());
    canvas.frame(plan.map(), Canvas.INK, RULE);
    title();
    new Legend(canvas, drawing.style(), language).of(shown, landTitle(order)).draw(plan.legend(), plan.legendColumns());
    info(frame, shown, printed);
    foot();
  }

  static String landTitle(MapOrder order) {
    return order.language().say("layers.land", "state", order.language().say("state." + order.state().word()));
  }

  private void title() {
    Box box = plan.title();
    double base = box.y() + SheetPlan.mm(4.5);
    String name = language.name(district.name(), district.nameEn());
    String title = order.title() == null ? language.say("print.title." + order.state().word(), "district", name)
        : order.title();
    double size = Math.min(TITLE_PT, TITLE_PT * (box.width() * 0.72) / Math.max(1, canvas.width(title, TITLE_PT)));
    canvas.strong(title, box.x(), base, size, Canvas.INK, Canvas.Hold.LEFT);
    canvas.text(name + "  ·  " + language.say("print.asOf", "date", language.date(order.day().asOf())),
        box.right(), base, SUB_PT, Canvas.SOFT, Canvas.Hold.RIGHT);
    if (district.synthetic()) {
      badge(language.say("synthetic"), box.right(), base + SUB_PT + 4);
    }
  }

  private void badge(String text, double right, double base) {
    double width = canvas.width(text, 7.5) + 8;
    canvas.frame(new Box(right - width, base - 2.8, width, 11), new Color(0x8a4b00), 0.7);
    canvas.strong(text, right - width / 2, base, 7.5, new Color(0x8a4b00), Canvas.Hold.MIDDLE);
  }

  private void info(MapFrame frame, Shown shown, LocalDate printed) {
    Box box = plan.info();
    canvas.line(box.x(), box.top(), box.right(), box.top(), Canvas.HAIR, 0.5);
    double top = box.top() - 12;
    Furniture.north(canvas, box.right() - 14, top - 30, 26);
    canvas.strong(Furniture.ratio(frame.scale()), box.x(), top - 4, 11, Canvas.INK, Canvas.Hold.LEFT);
    Furniture.scaleBar(canvas, box.x() + 3, top - 27, Math.min(box.width() - 48, SheetPlan.mm(50)), frame.scale());
    double y = top - 42;
    for (String line : notes(frame, shown, printed)) {
      for (String part : Wrapped.lines(line, box.width(), INFO_PT, canvas)) {
        canvas.text(part, box.x(), y, INFO_PT, Canvas.INK, Canvas.Hold.LEFT);
        y -= INFO_PT * 1.35;
      }
    }
  }

  private List<String> notes(MapFrame frame, Shown shown, LocalDate printed) {
    List<String> notes = new java.util.ArrayList<>();
    notes.add(language.say("print.system", "name", frame.crs().name(), "code", frame.crs().code()));
    notes.add(language.say("print.data", "date", language.date(order.day().of(order.state()).asOf())));
    if (shown.hasIdle()) {
      LocalDate today = order.today() != null ? order.today() : order.day().asOf();
      notes.add(language.say("print.idleOn", "date", language.date(today)));
    }
    if (order.look().only() != null) {
      notes.add(language.say("print.only", "code", order.look().only()));
    }
    if (shown.isRaster()) {
      notes.add(language.say("print.raster", "dpi", LandPicture.DPI));
    }
    notes.add(language.say("print.printed", "date", language.date(printed)));
    return notes;
  }

  private void foot() {
    Box box = plan.foot();
    canvas.line(box.x(), box.top() - 3, box.right(), box.top() - 3, Canvas.HAIR, 0.5);
    double y = box.top() - 11;
    String note = language.name(district.note(), district.noteEn());
    if (canvas.missing() > 0) {
      note = (note == null ? "" : note + "  ") + language.say("print.missing", "count", canvas.missing());
    }
    for (String line : List.of(definition(), note == null ? "" : note)) {
      for (String part : Wrapped.lines(line, box.width(), FOOT_PT, canvas)) {
        canvas.text(part, box.x(), y, FOOT_PT, Canvas.SOFT, Canvas.Hold.LEFT);
        y -= FOOT_PT * 1.35;
      }
    }
  }

  private String definition() {
    RedLinePolicy policy = order.policy();
    return language.say("print.definition", "policy", language.name(policy.title(), policy.titleEn()),
        "numerator", String.join(",", policy.numerator()), "denominator", String.join(",", policy.denominator()));
  }
}
