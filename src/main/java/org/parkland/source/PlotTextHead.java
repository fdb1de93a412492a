package org.parkland.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;

/** What a first pass over an exchange text tells: its head block, the number of plots, and which system it is in. */
final class PlotTextHead {
  private static final int MOST_KEYS = 200;
  /** Eastings from here on carry the number of their zone. */
  private static final double PREFIXED = 10_000_000;

  private final Path file;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final List<String> projectKeys = new ArrayList<>();
  private long plots;
  private PlotText.Point first;

  private PlotTextHead(Path file) {
    this.file = file;
  }

  static PlotTextHead of(Path file, Charset charset) {
    PlotTextHead head = new PlotTextHead(file);
    try (TextLines lines = new TextLines(file, charset)) {
      String section = "";
      for (String raw = lines.next(); raw != null; raw = lines.next()) {
        String line = PlotText.plain(raw);
        section = PlotText.isSection(line) ? line : section;
        head.line(section, line);
      }
    }
    if (head.plots == 0) {
      throw new BadInput(file.toString(), "has no plot: no line ends in @", "check that the file is whole");
    }
    return head;
  }

  private void line(String section, String line) {
    if (PlotText.isPlot(line)) {
      plots++;
    } else if (plots == 0 && line.contains("=") && keys.size() < MOST_KEYS) {
      int equals = line.indexOf('=');
      String key = line.substring(0, equals).strip();
      keys.put(key, line.substring(equals + 1).strip());
      if (section.equals("[项目信息]")) {
        projectKeys.add(key);
      }
    } else if (plots == 1 && first == null) {
      first = point(line);
    }
  }

  /** Null where the line is none: the reading pass says so with its number. */
  private static PlotText.Point point(String line) {
    try {
      return PlotText.point(line);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  long plots() {
    return plots;
  }

  /** Values of [项目信息], which hold for every plot. */
  Map<String, String> project() {
    Map<String, String> project = new LinkedHashMap<>();
    projectKeys.stream().filter(key -> !keys.get(key).isEmpty()).forEach(key -> project.put(key, keys.get(key)));
    return project;
  }

  List<Notice> notices() {
    String shift = keys.getOrDefault("转换参数", "").replaceAll("[,，0.\\s]", "");
    return shift.isEmpty() ? List.of() : List.of(Notice.of("declared-shift", "value", keys.get("转换参数")));
  }

  /** The declared system. The prefix of the eastings, not the head, tells whether they carry the zone number. */
  DeclaredCrs crs(Reading how) {
    String frame = keys.getOrDefault("坐标系", "");
    try {
      requireCgcs2000(frame);
      return frame.isEmpty() || first == null ? DeclaredCrs.NONE : new DeclaredCrs(Crs.of(code()), List.of());
    } catch (UnknownCrsException e) {
      if (how.crs() == null) {
        throw new BadInput(file + " line 坐标系=" + frame, e.getMessage(), "ask for the plots in CGCS2000"
            + " (2000国家大地坐标系), or say which system it is with --crs EPSG:n", e);
      }
      return new DeclaredCrs(null, List.of(DeclaredCrs.overridden(e, how)));
    }
  }

  private static void requireCgcs2000(String frame) {
    boolean xian = frame.contains("80") || frame.contains("西安");
    boolean beijing = frame.contains("54") || frame.contains("北京");
    if (xian || beijing) {
      throw new UnknownCrsException((xian ? "Xi'an 80" : "Beijing 54")
          + " needs local transformation parameters that Parkland does not have", null);
    }
    if (!frame.isEmpty() && !frame.contains("2000")) {
      throw new UnknownCrsException("'" + frame + "' is no system that Parkland knows", null);
    }
  }

  private String code() {
    String unit = keys.getOrDefault("计量单位", "");
    if (unit.contains("度") || Math.max(Math.abs(first.x()), Math.abs(first.y())) <= 180) {
      return Crs.DEGREES;
    }
    double easting = isNorthFirst(first) ? first.y() : first.x();
    boolean prefixed = easting >= PREFIXED;
    int zone = prefixed ? (int) (easting / 1_000_000) : declaredZone();
    boolean wide = zone < 25;
    if (wide ? zone < 13 || zone > 23 : zone > 45) {
      throw new UnknownCrsException("the 带号 " + zone + " is no zone of China", null);
    }
    int meridian = wide ? zone * 6 - 3 : zone * 3;
    return "EPSG:" + (!prefixed ? 4534 + meridian / 3 - 25 : wide ? 4491 + zone - 13 : 4513 + zone - 25);
  }

  private int declaredZone() {
    String zone = keys.getOrDefault("带号", "");
    if (!zone.matches("\\d{2}")) {
      throw new UnknownCrsException("neither 带号 nor the eastings say which zone it is", null);
    }
    return Integer.parseInt(zone);
  }

  /**
   * Whether X is the northing, as it should be: of the two the easting has the zone number or is the smaller one (it
   * has six digits, the northing seven); of degrees, longitude is the larger in China.
   */
  static boolean isNorthFirst(PlotText.Point point) {
    double x = Math.abs(point.x());
    double y = Math.abs(point.y());
    boolean prefixOrDegrees = Math.max(x, y) >= PREFIXED || Math.max(x, y) <= 180;
    return prefixOrDegrees ? x <= y : x >= y;
  }
}
