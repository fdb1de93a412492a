package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.check.Place;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingKind;
import org.parkland.land.Words;

/** Findings as the API and {@code check --format json} tell them. */
public final class FindingJson {
  private final FindingCatalogue catalogue;
  private final Crs crs;

  /** @param crs of the layer */
  public FindingJson(FindingCatalogue catalogue, Crs crs) {
    this.catalogue = catalogue;
    this.crs = crs;
  }

  /** Severity, code, row, id, figure with unit, texts, who, remedy, and place in degrees and in the layer's CRS. */
  public Map<String, Object> of(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", finding.severity().word());
    json.put("code", finding.code());
    json.put("row", finding.row());
    json.put("id", finding.id());
    json.put("figure", finding.figure());
    json.put("unit", catalogue.find(finding.code()).map(FindingKind::unit).orElse(null));
    put(json, "text", catalogue.textOf(finding));
    json.putAll(kind(finding.code()));
    json.put("place", place(finding));
    return json;
  }

  /** What the catalogue says of a code: title, who, remedy; empty for a code it does not have. */
  public Map<String, Object> kind(String code) {
    Map<String, Object> json = new LinkedHashMap<>();
    catalogue.find(code).ifPresent(kind -> {
      put(json, "title", kind.title());
      json.put("who", kind.who().word());
      put(json, "office", catalogue.office(kind.who()));
      put(json, "remedy", kind.remedy());
    });
    return json;
  }

  private static void put(Map<String, Object> json, String name, Words words) {
    json.put(name, words.zh());
    json.put(name + "En", words.en());
  }

  private Map<String, Object> place(Finding finding) {
    if (Place.in(finding.shape()) == null) {
      return null;
    }
    Coordinate place = Place.in(finding.shape()).getCoordinate();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("x", place.x);
    json.put("y", place.y);
    json.put("crs", crs.code());
    try {
      Coordinate degrees = crs.to(Crs.of(Crs.DEGREES)).apply(place.x, place.y);
      json.put("lon", degrees.x);
      json.put("lat", degrees.y);
    } catch (OutsideProjectionException e) {
      json.put("lon", null);
      json.put("lat", null);
    }
    return json;
  }
}
