package org.parkland.print;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.LandUseClass;

/** Colours of land: those of the standard; grey for the classes beside one that is brought out. */
final class ClassLook {
  static final Color NO_CLASS = new Color(0xdcdcdc);
  private static final Color MUTED = new Color(0xeceeed);
  /** Above this luminance (WCAG) black reads better than white. */
  private static final double BRIGHT = 0.179;

  private final Classification classification;
  private final String only;
  private final double opacity;
  private final Map<String, Color> colors = new HashMap<>();

  /**
   * @param only the class to bring out, or null
   * @param opacity of the land over the white paper, 0–1
   */
  ClassLook(Classification classification, String only, double opacity) {
    this.classification = classification;
    this.only = only;
    this.opacity = opacity;
  }

  /** @param code may be null or in no classification */
  Color color(String code) {
    return colors.computeIfAbsent(code == null ? "" : code, each -> paler(isShown(each) ? own(each) : MUTED));
  }

  boolean isShown(String code) {
    return only == null || code != null && code.startsWith(only);
  }

  private Color own(String code) {
    LandUseClass found = nearest(code);
    return found == null ? NO_CLASS : Color.decode(found.color());
  }

  /** The class of a code, or its nearest ancestor in the classification; null if there is none. */
  LandUseClass nearest(String code) {
    for (String at = code == null ? "" : code; at.length() >= 2; at = at.substring(0, at.length() - 2)) {
      if (classification.find(at).isPresent()) {
        return classification.find(at).get();
      }
    }
    return null;
  }

  private Color paler(Color color) {
    return new Color(paler(color.getRed()), paler(color.getGreen()), paler(color.getBlue()));
  }

  private int paler(int part) {
    return (int) Math.round(255 - opacity * (255 - part));
  }

  /** Black or white, whichever reads better on a colour. */
  static Color inkOn(Color color) {
    double luminance = 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
    return luminance > BRIGHT ? Color.BLACK : Color.WHITE;
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
