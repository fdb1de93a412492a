package org.parkland.land;

import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One kind of finding, as the catalogue describes it.
 *
 * @param code stable word
 * @param title a few words, for lists and columns
 * @param unit of the figure: {@code m2}, {@code m}, {@code rows}, {@code percent}, or null where there is none
 * @param who has to mend it
 * @param text what was found, with {@code {id}}, {@code {row}}, {@code {figure}} and details in braces
 * @param remedy what to do about it
 */
public record FindingKind(String code, Finding.Severity severity, Who who, Words title, String unit, Words text,
    Words remedy) {
  /** Whose work it is to mend something. */
  public enum Who {
    /** The office that surveyed the land. */
    SURVEY,
    /** The office that sent the data. */
    PROVIDER,
    /** The office that runs Parkland. */
    US;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A finding of this kind; see {@link Finding} for the arguments. */
  public Finding at(long row, String id, Double figure, Geometry shape, Map<String, String> details) {
    Finding bare = new Finding(severity, code, row, id, figure, "", details, shape);
    return new Finding(severity, code, row, id, figure, fill(text.en(), bare), details, shape);
  }

  /** The text about one finding, in both languages. */
  public Words textOf(Finding finding) {
    return new Words(fill(text.zh(), finding), fill(text.en(), finding));
  }

  private String fill(String template, Finding finding) {
    String filled = template.replace("{row}", Long.toString(finding.row()))
        .replace("{id}", String.valueOf(finding.id()))
        .replace("{figure}", finding.figure() == null ? "?" : shown(finding.figure()));
    for (Map.Entry<String, String> each : finding.details().entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  /** Whole numbers as such, areas to a hundredth, lengths to a millimetre. */
  private String shown(double figure) {
    if ("rows".equals(unit)) {
      return Long.toString(Math.round(figure));
    }
    return String.format(Locale.ROOT, "m".equals(unit) ? "%.3f" : "%.2f", figure);
  }
}
