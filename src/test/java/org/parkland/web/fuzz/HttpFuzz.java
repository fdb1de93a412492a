package org.parkland.web.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.web.fuzz.RawHttp.Answer;

/**
 * Sends mutated requests over all routes of a server: paths, parameters, headers and bodies. The same seed sends the
 * same requests. A route is told with a parameter it cannot know, and answers which it knows.
 */
public final class HttpFuzz implements AutoCloseable {
  private static final int KEPT = 20;
  private static final int SHOWN = 400;
  private static final Pattern KNOWN = Pattern.compile("(?:knows|known are|those are|are known): ([\\w, .:-]+)");
  private static final Pattern HOLE = Pattern.compile("\\{[^}]*}|\\*");
  /** Each draws a sheet, a report or a file, which takes a second where nothing is wrong with the request. */
  private static final Pattern COSTLY = Pattern.compile(".*(report|print/map|/export/|workbooks).*");
  private static final List<String> OGC = List.of("", "conformance", "api", "collections", "collections/parcels",
      "collections/parcels/items", "collections/units/items", "collections/pieces/items", "collections/findings/items",
      "collections/parcels/items/1-1", "collections/parcels/queryables", "collections/parcels/sortables",
      "collections/parcels/schema", "collections/parcels/tiles", "collections/parcels/tiles/WebMercatorQuad/12/1779/3334",
      "tileMatrixSets", "tileMatrixSets/WebMercatorQuad", "styles", "styles/parcels");
  private static final List<String> OGC_PARAMETERS = List.of("f", "limit", "bbox", "bbox-crs", "datetime", "crs", "filter",
      "filter-lang", "filter-crs", "sortby", "properties", "skipGeometry", "after", "land_use", "state");

  private final double mostMs;
  private final Random random;
  private final Words words;
  private final Bodies bodies;
  private final RawHttp http;
  private final List<String> routes;
  private final Map<String, List<String>> parameters = new HashMap<>();
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private long sent;
  private double slowestMs;
  private String slowest = "";

  /**
   * @param routes such as {@code GET /api/units}
   * @param mostMs longer than that is a failure
   */
  public HttpFuzz(String address, List<String> routes, long seed, double mostMs) throws IOException {
    this.mostMs = mostMs;
    this.random = new Random(seed);
    this.words = new Words(random);
    this.bodies = new Bodies(random, words);
    this.http = new RawHttp(address);
    this.routes = routes.stream().sorted().toList();
    for (String route : this.routes) {
      parameters.put(route, learn(route));
    }
  }

  private List<String> learn(String route) throws IOException {
    if (route.contains("/ogc")) {
      return OGC_PARAMETERS;
    }
    Answer answer = http.send(head(route.split(" ")[0], fill(route.split(" ")[1], true) + "?zzz=1", "").getBytes(StandardCharsets.ISO_8859_1));
    Matcher known = KNOWN.matcher(answer.text());
    return known.find() ? List.of(known.group(1).split(",\\s*")) : List.of("asOf");
  }

  /** The first drawing of a figure takes as long as it takes: it is awaited, once for each route. */
  public void awaitReady() throws IOException {
    byte[] ready = bytes(head("GET", "/ready", ""));
    while (http.send(ready).status() == 503) {
      LockSupport.parkNanos(200_000_000);
    }
    for (String route : routes) {
      if (route.startsWith("GET ") && !route.contains("{") && !route.contains("*")) {
        http.send(bytes(head("GET", route.substring(4), "")));
      }
    }
    if (routes.stream().anyMatch(each -> each.startsWith("GET /ogc"))) {
      for (String each : OGC) {
        // A filter that nothing meets goes through all rows.
        http.send(bytes(head("GET", "/ogc/" + each + (each.endsWith("/items") ? "?limit=1&land_use=none" : ""), "")));
      }
    }
  }

  /** Sends so many requests more. */
  public void run(long requests) {
    for (long end = sent + requests; sent < end; sent++) {
      byte[] request = request();
      long start = System.nanoTime();
      try {
        Answer answer = http.send(request);
        judge(request, answer, (System.nanoTime() - start) / 1e6);
      } catch (IOException | RuntimeException e) {
        // What is no HTTP at all may be answered by closing; whether the server lives the next request shows.
        statuses.merge(0, 1L, Long::sum);
      }
    }
  }

  private void judge(byte[] request, Answer answer, double ms) {
    statuses.merge(answer.status(), 1L, Long::sum);
    if (ms > slowestMs) {
      slowestMs = ms;
      slowest = shown(request);
    }
    boolean fails = answer.status() >= 500 && answer.status() != 503;
    boolean leaks = answer.status() >= 400 && answer.text().contains("\tat ");
    if ((fails || leaks || ms > mostMs) && failures.size() < KEPT) {
      failures.add(answer.status() + " in " + Math.round(ms) + " ms: " + shown(request) + " → "
          + answer.text().substring(0, Math.min(SHOWN, answer.text().length())));
    }
  }

  private static String shown(byte[] request) {
    String text = new String(request, StandardCharsets.UTF_8).replace("\r\n", "⏎");
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  private byte[] request() {
    String[] route = words.one(routes).split(" ", 2);
    if (COSTLY.matcher(route[1]).matches() && random.nextInt(100) != 0) {
      return request();
    }
    String method = random.nextInt(40) == 0 ? words.one(List.of("HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "X", "GET")) : route[0];
    String target = fill(route[1], random.nextInt(4) != 0) + query(parameters.get(route[0] + " " + route[1]));
    if (random.nextInt(50) == 0) {
      target = scrambled(target);
    }
    boolean hasBody = !method.equals("GET") && !method.equals("HEAD") || random.nextInt(200) == 0;
    return hasBody ? withBody(method, target) : bytes(head(method, target, headers()));
  }

  private byte[] withBody(String method, String target) {
    boolean file = target.startsWith("/api/uploads") || target.contains("fill") || random.nextInt(20) == 0;
    byte[] body = file ? bodies.file() : bodies.json();
    String type = random.nextInt(15) == 0 ? words.bad().replaceAll("[\\r\\n]", "") : target.contains("fill")
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : file ? "application/octet-stream" : "application/json";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(bytes(head(method, target, headers() + "Content-Type: " + type + "\r\nContent-Length: "
        + body.length + "\r\n")));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String head(String method, String target, String headers) {
    return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
  }

  private String headers() {
    return switch (random.nextInt(30)) {
      case 0 -> "Accept: " + words.value().replaceAll("[\\r\\n]", "") + "\r\n";
      case 1 -> "If-None-Match: " + words.bad().replaceAll("[\\r\\n]", "") + "\r\n";
      case 2 -> "X-Request-Id: " + words.bad() + "\r\n";
      case 3 -> "Range: bytes=" + words.bad().replaceAll("[\\r\\n]", "") + "\r\n";
      case 4 -> "Origin: http://evil.example\r\n";
      case 5 -> "Accept-Language: " + words.bad().replaceAll("[\\r\\n]", "") + "\r\n";
      case 6 -> "Cookie: a=" + words.bad().replaceAll("[\\r\\n]", "") + "\r\n";
      case 7 -> "Authorization: Bearer " + words.bad().replaceAll("[\\r\\n]", "") + "\r\n";
      case 8 -> "X-Forwarded-For: " + words.bad().replaceAll("[\\r\\n]", "") + "\r\n";
      default -> "";
    };
  }

  private String fill(String path, boolean well) {
    if (path.startsWith("/ogc")) {
      String below = well ? words.one(OGC) : words.one(OGC) + "/" + encoded(words.value());
      return below.isEmpty() ? "/ogc" : "/ogc/" + below;
    }
    return HOLE.matcher(path).replaceAll(hole -> Matcher.quoteReplacement(encoded(well ? words.good() : words.value())));
  }

  private String query(List<String> known) {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = random.nextInt(30) == 0 ? words.bad() : words.one(known);
      String value = name.equals("filter") && random.nextBoolean() ? words.filter(0) : random.nextInt(3) == 0 ? words.good() : words.value();
      query.append(query.length() == 0 ? '?' : '&').append(encoded(name)).append('=').append(encoded(value));
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Bytes that are no address at all, now and then. */
  private String scrambled(String target) {
    StringBuilder built = new StringBuilder(target);
    for (int i = random.nextInt(4); i >= 0; i--) {
      built.insert(random.nextInt(built.length() + 1), words.one(List.of("%", "%zz", "%c0%ae", "/../", "//", ";x=y", "\\", " ", "?",
          "#", "%00", "%2f", "é", "\u0001", "{", "|", "&&", "==", "%ed%a0%80")));
    }
    return built.toString();
  }

  public long sent() {
    return sent;
  }

  /** What a server must not do: answer 5xx but 503, show a trace, or take too long. */
  public List<String> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** One line: how many of which status, and the slowest. */
  public String summary() {
    return sent + " requests over " + routes.size() + " routes; by status " + statuses + " (0: closed); slowest "
        + Math.round(slowestMs) + " ms: " + slowest;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
