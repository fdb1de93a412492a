package org.parkland.source;

import java.util.List;
import java.util.regex.Pattern;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.PrjText;
import org.parkland.geometry.UnknownCrsException;

/**
 * The reference system a file declares, and what must be said about the declaration.
 *
 * @param crs null where the file declares none, or one that the user overrides
 */
record DeclaredCrs(Crs crs, List<Notice> notices) {
  private static final Pattern EPSG = Pattern.compile("EPSG:\\d{1,7}");
  static final DeclaredCrs NONE = new DeclaredCrs(null, List.of());

  /** @throws BadInput if Parkland cannot take the system and the user chose no other */
  static DeclaredCrs ofWkt(String place, String wkt, Reading how) {
    try {
      PrjText text = PrjText.read(wkt);
      PrjText.Contradiction other = text.contradiction();
      return new DeclaredCrs(text.crs(), other == null ? List.of() : List.of(Notice.of("crs-name-contradicts", "name",
          other.name(), "meridian", other.meridian(), "easting", Math.round(other.falseEastingM()), "crs", text.crs())));
    } catch (UnknownCrsException e) {
      return refused(place, e, how);
    }
  }

  /** @throws BadInput as above */
  static DeclaredCrs ofCode(String place, String code, Reading how) {
    try {
      if (!EPSG.matcher(code).matches()) {
        throw new UnknownCrsException("'" + code.substring(0, Math.min(60, code.length())) + "' is no EPSG code", null);
      }
      Crs crs = Crs.of(code);
      crs.requireKnownFrame();
      return new DeclaredCrs(crs, List.of());
    } catch (UnknownCrsException e) {
      return refused(place, e, how);
    }
  }

  /** The user chose another system than one that is refused. */
  static Notice overridden(UnknownCrsException e, Reading how) {
    return Notice.of("crs-overridden", "reason", e.getMessage(), "crs", how.crs().code());
  }

  private static DeclaredCrs refused(String place, UnknownCrsException e, Reading how) {
    if (how.crs() == null) {
      throw new BadInput(place, e.getMessage(),
          "say which system it is with --crs EPSG:n, or ask for the layer in CGCS2000", e);
    }
    return new DeclaredCrs(null, List.of(overridden(e, how)));
  }
}
