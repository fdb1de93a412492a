package org.parkland.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingChunk;

/**
 * Findings of one code as bytes and back: gzipped JSON, without the texts, which the catalogue has. Coordinates and
 * figures come back bit by bit.
 */
public final class FindingPack {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingPack() {}

  static byte[] pack(List<Finding> findings) {
    ArrayNode all = JSON.createArrayNode();
    findings.forEach(each -> all.add(node(each)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      JSON.writeValue(packed, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ObjectNode node(Finding finding) {
    ObjectNode node = JSON.createObjectNode();
    node.put("row", finding.row());
    if (finding.id() != null) {
      node.put("id", finding.id());
    }
    if (finding.figure() != null) {
      node.put("figure", finding.figure());
    }
    finding.details().forEach(node.withObject("/details")::put);
    if (finding.shape() != null) {
      node.put("shape", new WKBWriter().write(finding.shape()));
    }
    return node;
  }

  /** The findings of a chunk, with their texts; shapes are in the CRS of the layer. */
  public static List<Finding> unpack(FindingChunk chunk, FindingCatalogue catalogue) {
    List<Finding> findings = new ArrayList<>(chunk.count());
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(chunk.content()))) {
      WKBReader shapes = new WKBReader();
      for (JsonNode node : JSON.readTree(plain)) {
        findings.add(finding(chunk, node, shapes, catalogue));
      }
      return findings;
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("stored findings are damaged", e);
    }
  }

  private static Finding finding(FindingChunk chunk, JsonNode node, WKBReader shapes, FindingCatalogue catalogue)
      throws IOException, ParseException {
    Map<String, String> details = new HashMap<>();
    node.path("details").fields().forEachRemaining(each -> details.put(each.getKey(), each.getValue().asText()));
    Geometry shape = node.has("shape") ? shapes.read(node.get("shape").binaryValue()) : null;
    long row = node.path("row").asLong();
    String id = node.hasNonNull("id") ? node.get("id").asText() : null;
    Double figure = node.hasNonNull("figure") ? node.get("figure").asDouble() : null;
    Finding bare = new Finding(chunk.severity(), chunk.code(), row, id, figure, chunk.code(), details, shape);
    return new Finding(chunk.severity(), chunk.code(), row, id, figure, catalogue.textOf(bare).en(), details, shape);
  }
}
