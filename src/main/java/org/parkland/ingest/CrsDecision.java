package org.parkland.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.CrsGuess;
import org.parkland.geometry.UnknownCrsException;
import org.parkland.source.Notice;
import org.parkland.source.Reading;
import org.parkland.source.SourceLayer;

/**
 * Decides the reference system of a layer, and refuses one that its coordinates contradict. What the user chose comes
 * first, then what the file declares; a guess from the coordinates only where the user accepts it.
 *
 * @param notices what must be said about the decision
 */
record CrsDecision(Crs crs, List<Notice> notices) {
  private static final String WGS_84 = "EPSG:4326";
  /** Offset of a zone's central meridian, and how far from it an easting of the zone may lie (metres). */
  private static final double FALSE_EASTING = 500_000;
  private static final double WIDEST = 400_000;

  /**
   * @param how what the user chose
   * @param guessAccepted whether a guess may stand in for a missing declaration
   * @param box around the first shapes, or null where there are none
   * @param longitude of the district, or null
   * @throws BadInput if no system is known or the coordinates do not fit it
   */
  static CrsDecision decide(String file, SourceLayer layer, Reading how, boolean guessAccepted, Envelope box,
      Double longitude) {
    Optional<CrsGuess> guess = Optional.ofNullable(box).flatMap(each -> CrsGuess.of(each, longitude));
    Crs crs = how.crs() != null ? how.crs() : layer.crs();
    List<Notice> notices = new ArrayList<>();
    if (crs == null) {
      crs = guessed(file, guess, guessAccepted);
      notices.add(Notice.of("crs-guessed", "crs", crs.code(), "name", crs.name()));
    }
    requireKnownFrame(crs);
    if (box != null) {
      requireFit(file, crs, box, guess);
    }
    remarks(layer, crs, notices);
    return new CrsDecision(crs, notices);
  }

  private static Crs guessed(String file, Optional<CrsGuess> guess, boolean accepted) {
    requireUnswapped(file, guess);
    boolean known = guess.filter(each -> each.crs() != null).isPresent();
    if (!known || !accepted) {
      throw new BadInput(file, "does not say its coordinate reference system" + likely(guess),
          "confirm it with --crs EPSG:n" + (!known ? "" : ", or accept the guess with --crs auto"));
    }
    return guess.get().crs();
  }

  private static void requireKnownFrame(Crs crs) {
    try {
      crs.requireKnownFrame();
    } catch (UnknownCrsException e) {
      throw new BadInput("--crs " + crs.code(), e.getMessage(), "ask for the layer in CGCS2000", e);
    }
  }

  private static void requireFit(String file, Crs crs, Envelope box, Optional<CrsGuess> guess) {
    boolean degrees = Math.abs(box.getMinX()) <= 180 && Math.abs(box.getMaxX()) <= 180
        && Math.abs(box.getMinY()) <= 180 && Math.abs(box.getMaxY()) <= 180;
    requireUnswapped(file, guess);
    if (crs.isGeographic() != degrees || isInAnotherZone(crs, box)) {
      throw new BadInput(file, "its coordinates (" + box.getMinX() + ", " + box.getMinY() + ") do not fit "
          + crs.code() + likely(guess), "say the right system with --crs EPSG:n");
    }
  }

  private static void requireUnswapped(String file, Optional<CrsGuess> guess) {
    if (guess.filter(CrsGuess::swapped).isPresent()) {
      throw new BadInput(file, "has northing (or latitude) before easting (or longitude)" + likely(guess)
          + " with its axes swapped", "exchange them with --swap-axes");
    }
  }

  /** Whether eastings carry another zone number than the system's, or one where it has none. */
  private static boolean isInAnotherZone(Crs crs, Envelope box) {
    int code = crs.epsg();
    int prefix = code >= 4491 && code <= 4501 ? code - 4491 + 13 : code >= 4513 && code <= 4533 ? code - 4513 + 25
        : code >= 4502 && code <= 4512 || code >= 4534 && code <= 4554 ? 0 : -1;
    return prefix >= 0 && Math.abs((box.getMinX() + box.getMaxX()) / 2 - prefix * 1e6 - FALSE_EASTING) > WIDEST;
  }

  private static String likely(Optional<CrsGuess> guess) {
    return guess.map(each -> each.certain() ? "; it looks like " + each.crs().code()
        : "; it looks like a 3-degree zone without prefix"
            + (each.crs() == null ? "" : ", such as " + each.crs().code() + " where the district lies")).orElse("");
  }

  private static void remarks(SourceLayer layer, Crs crs, List<Notice> notices) {
    if (crs.code().equals(Crs.WEB_MERCATOR)) {
      notices.add(Notice.of("web-mercator"));
    } else if (crs.code().equals(WGS_84) && layer.crs() != null && !layer.format().equals("GeoJSON")) {
      notices.add(Notice.of("wgs84"));
    }
    WebMapSigns.of(layer, crs).ifPresent(sign -> notices.add(Notice.of("maybe-gcj02", "sign", sign)));
  }
}
