package org.parkland.print;

import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;

/** Prints maps of a workspace. Safe to share between threads; documents are made one after the other. */
public final class MapPrinter {
  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final Typeface typeface;

  public MapPrinter(Workspace workspace, LandAnalysis analysis, Typeface typeface) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.typeface = typeface;
  }

  /**
   * The ground a sheet will show.
   *
   * @param scale the n of 1:n
   * @param corners longitude and latitude, from the lower left one against the clock
   * @param crs of the sheet
   */
  public record Frame(int scale, List<double[]> corners, String crs) {}

  /** What a sheet will show, without drawing it. */
  public Frame frame(MapOrder order) {
    MapFrame frame = MapDrawing.frame(order, SheetPlan.of(order.paper(), order.orientation()).map());
    Envelope ground = frame.ground();
    Reprojection toDegrees = frame.crs().to(Crs.of(Crs.DEGREES));
    List<double[]> corners = java.util.stream.Stream.of(
        new Coordinate(ground.getMinX(), ground.getMinY()), new Coordinate(ground.getMaxX(), ground.getMinY()),
        new Coordinate(ground.getMaxX(), ground.getMaxY()), new Coordinate(ground.getMinX(), ground.getMaxY()))
        .map(each -> toDegrees.apply(each.x, each.y)).map(each -> new double[] {each.x, each.y}).toList();
    return new Frame(frame.scale(), corners, frame.crs().code());
  }

  /** A sheet as PDF. */
  public byte[] sheet(MapOrder order) {
    synchronized (typeface.lock()) {
      SheetPlan plan = SheetPlan.of(order.paper(), order.orientation());
      try (Canvas canvas = new Canvas(plan.width(), plan.height(), typeface)) {
        new MapSheet(order, workspace.district(), canvas, plan)
            .draw(new MapDrawing(workspace, analysis, order), LocalDate.now());
        describe(canvas, order);
        return canvas.bytes();
      }
    }
  }

  /**
   * A map for a report, in millimetres.
   *
   * @param legendMm height of the legend below the map, 0 for none
   */
  public Picture picture(MapOrder order, double widthMm, double heightMm, double legendMm) {
    double width = SheetPlan.mm(widthMm);
    double height = SheetPlan.mm(heightMm);
    synchronized (typeface.lock()) {
      try (Canvas canvas = new Canvas(width, height, typeface)) {
        new MapPicture(canvas, width, height, SheetPlan.mm(legendMm))
            .draw(order, new MapDrawing(workspace, analysis, order), MapSheet.landTitle(order));
        return new Picture(canvas.bytes(), width, height);
      }
    }
  }

  private void describe(Canvas canvas, MapOrder order) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(order.title() != null ? order.title()
        : order.language().say("print.title." + order.state().word(), "district",
            order.language().name(workspace.district().name(), workspace.district().nameEn())));
    about.setCreator("Parkland");
    canvas.document().setDocumentInformation(about);
    canvas.document().getDocumentCatalog().setLanguage(order.language().tag());
  }
}
