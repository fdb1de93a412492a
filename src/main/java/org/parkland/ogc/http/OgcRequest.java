package org.parkland.ogc.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One GET request below {@code /ogc}.
 *
 * @param server scheme, host and port as the client wrote them: {@code http://127.0.0.1:8080}
 * @param path parts of the path behind {@code /ogc}, decoded
 * @param query values by parameter
 * @param accept the header, or null
 * @param english whether the client prefers English words
 */
public record OgcRequest(
    String server, List<String> path, Map<String, List<String>> query, String accept, boolean english) {

  /** Where the interfaces begin. */
  public String root() {
    return server + "/ogc";
  }

  /** The address of this resource without its query. */
  public String resource() {
    return root() + path.stream().map(each -> "/" + encoded(each)).collect(Collectors.joining());
  }

  /** The address of this request, with one parameter set to another value, or taken away where it is null. */
  public String with(String parameter, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    changed.remove(parameter);
    if (value != null) {
      changed.put(parameter, List.of(value));
    }
    List<String> pairs = new ArrayList<>();
    changed.forEach((name, values) -> values.forEach(each -> pairs.add(encoded(name) + "=" + encoded(each))));
    return pairs.isEmpty() ? resource() : resource() + "?" + String.join("&", pairs);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
