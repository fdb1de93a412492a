package org.parkland.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.parkland.SampleDistrict;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LandUseClass;
import org.parkland.land.State;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Sheets of the sample district, read back. */
class MapSheetTest {
  private static final double MM = 72 / 25.4;
  private static Workspace workspace;
  private static LandAnalysis analysis;
  private static Typeface typeface;
  private static MapPrinter printer;

  @BeforeAll
  static void open() {
    workspace = SampleDistrict.open();
    analysis = new LandAnalysis(workspace);
    typeface = Typeface.read(workspace.settings().web());
    printer = new MapPrinter(workspace, analysis, typeface);
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private static MapOrder order(Envelope box, int scale, Paper paper, Orientation orientation, String title, String lang) {
    return new MapOrder(analysis.day(null), null, State.CURRENT, box, scale, paper, orientation, title,
        MapOrder.USUAL_LAYERS, new MapOrder.Look(true, true, MapOrder.Labels.CLASS, null, 1), true,
        workspace.policies().redLine().find(workspace.district().policy()),
        Language.read(workspace.settings().web(), lang));
  }

  private static Envelope around(Feature parcel, double degrees) {
    Envelope box = Crs.of(analysis.day(null).parcels().crs()).to(Crs.of(Crs.DEGREES))
        .apply(parcel.geometry().getEnvelopeInternal());
    box.expandBy(degrees);
    return box;
  }

  private static Feature parcel(String id) {
    return workspace.store().find(analysis.day(null).parcels(), id).orElseThrow();
  }

  private static String anyParcel() {
    try (FeatureCursor rows = workspace.store().features(analysis.day(null).parcels(), FeatureQuery.all())) {
      Feature found = rows.next();
      while (!"100102".equals(found.landUse()) || found.geometry().getNumGeometries() > 1) {
        found = rows.next();
      }
      return found.id();
    }
  }

  @ParameterizedTest
  @CsvSource({"A4, PORTRAIT, 210, 297", "A4, LANDSCAPE, 297, 210", "A3, PORTRAIT, 297, 420", "A3, LANDSCAPE, 420, 297"})
  void aSheetHasTheSizeOfItsPaper(Paper paper, Orientation orientation, double widthMm, double heightMm) throws IOException {
    Envelope box = around(parcel(anyParcel()), 0.002);
    try (PDDocument sheet = Loader.loadPDF(printer.sheet(order(box, 2000, paper, orientation, null, "zh-CN")))) {
      assertThat(sheet.getNumberOfPages()).isEqualTo(1);
      assertThat(sheet.getPage(0).getMediaBox().getWidth() / MM).isCloseTo(widthMm, within(0.01));
      assertThat(sheet.getPage(0).getMediaBox().getHeight() / MM).isCloseTo(heightMm, within(0.01));
    }
  }

  /** A millimetre on paper is the scale's number of millimetres in the parcels' projected plane. */
  @ParameterizedTest
  @CsvSource({"500", "2000", "10000"})
  void aParcelIsAsLongOnPaperAsTheScaleSays(int scale) throws IOException {
    Feature parcel = parcel(anyParcel());
    Coordinate[] ring = ((Polygon) parcel.geometry().getGeometryN(0)).getExteriorRing().getCoordinates();
    byte[] pdf = printer.sheet(order(around(parcel, 0.0001), scale, Paper.A3, Orientation.LANDSCAPE, null, "en"));
    double points = 1000 * MM / scale;
    assertThat(Sheets.lines(pdf)).anySatisfy(line -> {
      assertThat(line).hasSize(ring.length - 1);
      for (int i = 1; i < line.size(); i++) {
        Point2D at = line.get(i);
        assertThat(at.getX() - line.get(0).getX()).isCloseTo((ring[i].x - ring[0].x) * points, within(0.011));
        assertThat(at.getY() - line.get(0).getY()).isCloseTo((ring[i].y - ring[0].y) * points, within(0.011));
      }
    });
  }

  @Test
  void textCanBeSelectedInBothLanguages() throws IOException {
    String chinese = Sheets.text(printer.sheet(
        order(analysis.bounds(), 0, Paper.A4, Orientation.LANDSCAPE, "江海区工业用地现状（送审稿）", "zh-CN")))
        .replace('\u00a0', ' ').replaceAll("\\s+", " ");
    assertThat(chinese).contains("江海区工业用地现状（送审稿）", "示例数据", "数据截至 2025年12月31日", "城市品质提升示范区",
        "工业用地保护红线", "1:100 000", "产业用地=1001,1101", "EPSG:4526").doesNotContain("□");
    String english = Sheets.text(printer.sheet(
        order(analysis.bounds(), 0, Paper.A4, Orientation.PORTRAIT, null, "en")));
    assertThat(english).contains("Paddy field", "Jianghai District: current land use", "Data as of 31 Dec 2025", "Sample data",
        "Protection line").doesNotContain("用地");
  }

  @Test
  void aTitleOutsideTheTypefaceKeepsItsPlaceAndIsCounted() throws IOException {
    byte[] pdf = printer.sheet(order(around(parcel(anyParcel()), 0.001), 2000, Paper.A4, Orientation.LANDSCAPE,
        "\ud883\udeb0地块\ud83d\ude00", "zh-CN"));
    assertThat(Sheets.text(pdf)).contains("□地块□", "有 2 个字符字库中没有");
  }

  /** The names in the legend are those of the parcels that meet the frame, found here by brute force. */
  @Test
  void theLegendExplainsWhatTheFrameShowsAndNothingElse() throws IOException {
    MapOrder order = order(around(parcel(anyParcel()), 0.001), 2000, Paper.A4, Orientation.LANDSCAPE, null, "zh-CN");
    MapFrame frame = MapDrawing.frame(order, SheetPlan.of(Paper.A4, Orientation.LANDSCAPE).map());
    Set<String> seen = new TreeSet<>();
    DayLayers day = order.day();
    try (FeatureCursor rows = workspace.store().features(day.parcels(), FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        if (row.geometry().intersects(row.geometry().getFactory().toGeometry(frame.ground()))) {
          seen.add(row.landUse());
        }
      }
    }
    Set<String> named = new TreeSet<>();
    for (String word : Sheets.text(printer.sheet(order)).split("\\s+")) {
      if (workspace.standards().classification().find(word).isPresent()) {
        named.add(word);
      }
    }
    assertThat(named).isNotEmpty().allMatch(code -> seen.stream().anyMatch(each -> each.startsWith(code)));
    assertThat(seen).allMatch(code -> named.stream().anyMatch(code::startsWith));
  }

  @Test
  void onlyGlyphsUsedAreEmbedded() throws IOException {
    byte[] pdf = printer.sheet(order(analysis.bounds(), 0, Paper.A3, Orientation.LANDSCAPE, null, "zh-CN"));
    assertThat(pdf.length).isLessThan(2_500_000);
    try (PDDocument sheet = Loader.loadPDF(pdf)) {
      for (COSName name : sheet.getPage(0).getResources().getFontNames()) {
        PDFont font = sheet.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
      }
    }
  }

  /** Beyond the limit the land is one picture of 200 dots an inch, whatever the number of parcels. */
  @Test
  void tooManyParcelsBecomeAPicture() throws IOException {
    Box box = new Box(10, 10, 360, 360);
    MapOrder order = order(analysis.bounds(), 0, Paper.A4, Orientation.LANDSCAPE, null, "zh-CN");
    MapFrame frame = MapDrawing.frame(order, box);
    Shown shown = new Shown();
    try (Canvas canvas = new Canvas(400, 400, typeface)) {
      LandStyle style = new LandStyle(new ClassLook(workspace.standards().classification(), null, 1), true);
      List<Plot> shapes = new LandDrawing(workspace.store(), frame, style, 500)
          .draw(order.day().parcels(), id -> false, canvas, shown);
      assertThat(shapes).isEmpty();
      assertThat(shown.isRaster()).isTrue();
      assertThat(shown.codes().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo((int) order.day().parcels().count());
      PDPage page = canvas.page();
      COSName name = page.getResources().getXObjectNames().iterator().next();
      assertThat(((PDImageXObject) page.getResources().getXObject(name)).getWidth()).isEqualTo(1000);
      assertThat(canvas.bytes().length).isLessThan(1_500_000);
    }
  }

  /** The standard's colours are told apart on paper exactly as on screen. */
  @Test
  void classesThatLookAlikeShareARow() {
    ClassLook look = new ClassLook(workspace.standards().classification(), null, 1);
    assertThat(LegendCodes.merged(List.of("0101", "100101", "100102"), look)).containsExactly("0101", "1001");
    assertThat(LegendCodes.merged(List.of("100102"), look)).containsExactly("100102");
    Set<String> all = workspace.standards().classification().classes().stream().map(LandUseClass::code)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(LegendCodes.merged(all, look)).hasSizeLessThan(all.size());
  }
}
