package org.parkland.source;

import java.util.List;
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
  static final DeclaredCrs NONE = new DeclaredCrs(null, List.of());

  /** @throws BadInput if Parkland cannot take the system and the user chose no other */
  static DeclaredCrs ofWkt(String place, String wkt, Reading how) {
    try {
      PrjText text = PrjText.read(wkt);
      return new DeclaredCrs(text.crs(), text.contradiction() == null ? List.of()
          : List.of(Notice.warning("crs-name-contradicts", text.contradiction())));
    } catch (UnknownCrsException e) {
      return refused(place, e, how);
    }
  }

  /** @throws BadInput as above */
  static DeclaredCrs ofCode(String place, String code, Reading how) {
    try {
      Crs crs = Crs.of(code);
      crs.requireKnownFrame();
      return new DeclaredCrs(crs, List.of());
    } catch (UnknownCrsException e) {
      return refused(place, e, how);
    }
  }

  private static DeclaredCrs refused(String place, UnknownCrsException e, Reading how) {
    if (how.crs() == null) {
      throw new BadInput(place, e.getMessage(),
          "say which system it is with --crs EPSG:n, or ask for the layer in CGCS2000", e);
    }
    return new DeclaredCrs(null, List.of(Notice.warning("crs-overridden", "what the file declares was passed over ("
        + e.getMessage() + "); its coordinates are taken as " + how.crs().code() + ", as chosen")));
  }
}
