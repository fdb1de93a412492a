package org.parkland.print;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads printed sheets back, as any reader of PDF would. */
final class Sheets {
  private Sheets() {}

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Every closed or open line of the first page, as points on paper. */
  static List<List<Point2D>> lines(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Lines lines = new Lines(document.getPage(0));
      lines.processPage(document.getPage(0));
      return lines.all;
    }
  }

  private static final class Lines extends PDFGraphicsStreamEngine {
    private final List<List<Point2D>> all = new ArrayList<>();

    Lines(PDPage page) {
      super(page);
    }

    @Override
    public void moveTo(float x, float y) {
      all.add(new ArrayList<>(List.of(new Point2D.Double(x, y))));
    }

    @Override
    public void lineTo(float x, float y) {
      all.get(all.size() - 1).add(new Point2D.Double(x, y));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
      all.add(new ArrayList<>(List.of(p0, p1, p2, p3)));
    }

    @Override
    public Point2D getCurrentPoint() {
      return all.isEmpty() ? new Point2D.Double() : all.get(all.size() - 1).get(all.get(all.size() - 1).size() - 1);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
      lineTo(x3, y3);
    }

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void strokePath() {}

    @Override
    public void fillPath(int windingRule) {}

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void shadingFill(COSName shading) {}
  }
}
