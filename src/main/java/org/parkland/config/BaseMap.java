package org.parkland.config;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pictures from elsewhere to lie below the land use.
 *
 * @param urls addresses of a tile, from the bottom up, with {@code {z}}, {@code {x}}, {@code {y}} and perhaps
 *     {@code {s}} to be filled in
 * @param subdomains what {@code {s}} may be; empty where no address has it
 * @param crs {@code EPSG:3857}, a square pyramid with one tile at level 0, or {@code EPSG:4490}, degrees with two
 * @param levelOffset what the service adds to the level's number: its name of level n is n + offset
 * @param maxLevel the deepest level there is; deeper views enlarge it
 */
public record BaseMap(String name, String nameEn, List<String> urls, List<String> subdomains, String crs,
    int levelOffset, int maxLevel, String attribution) {
  public static final String MERCATOR = "EPSG:3857";
  public static final String DEGREES = "EPSG:4490";

  /** Scheme and host, with its port, of every address a tile may have. */
  public Set<String> origins() {
    Set<String> origins = new TreeSet<>();
    for (String url : urls) {
      if (url.contains("{s}")) {
        subdomains.forEach(each -> origins.add(origin(url.replace("{s}", each))));
      } else {
        origins.add(origin(url));
      }
    }
    return origins;
  }

  private static String origin(String url) {
    URI address = URI.create(url.replaceAll("[{}]", ""));
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
