package org.parkland.tile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.tile.pmtiles.PmtilesReader;
import org.parkland.tile.pmtiles.TileIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tiles of one snapshot made ahead, in a PMTiles file. They serve as long as snapshot and way of drawing are those the
 * file was made from; tiles of single parcels also only for the tags they were made with. Safe to share.
 */
public final class MadeTiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MadeTiles.class);
  private static final ObjectMapper JSON = new ObjectMapper()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** What a file says it was made from, in the member {@code parkland} of its metadata. */
  record Origin(String land, String tags) {}

  private record Metadata(Origin parkland) {}

  private final Path file;
  private final PmtilesReader reader;
  private final Origin origin;

  private MadeTiles(Path file, PmtilesReader reader, Origin origin) {
    this.file = file;
    this.reader = reader;
    this.origin = origin;
  }

  /** @throws BadInput if it cannot be read, or was not made by {@code parkland tiles} */
  public static MadeTiles open(Path file) {
    try {
      PmtilesReader reader = new PmtilesReader(file);
      Metadata metadata = JSON.readValue(reader.metadata(), Metadata.class);
      if (metadata.parkland() == null) {
        reader.close();
        throw new BadInput(file.toString(), "does not say which land its tiles show", "make it with 'parkland tiles'");
      }
      return new MadeTiles(file, reader, metadata.parkland());
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read as tiles: " + e.getMessage(),
          "make it with 'parkland tiles --out FILE.pmtiles'", e);
    }
  }

  static String metadata(Origin origin) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", LandLayer.NAME);
    layer.put("fields", Map.of("id", "String", "code", "String", "idle", "String", "count", "Number"));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "Parkland");
    metadata.put("vector_layers", List.of(layer));
    metadata.put("parkland", origin);
    try {
      return JSON.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and maps are always JSON", e);
    }
  }

  /** Whether the file was made from this land, drawn as it is now. */
  boolean isOf(String land) {
    return origin.land().equals(land);
  }

  /** Whether the file begins at this zoom or before. */
  boolean reaches(int zoom) {
    return zoom >= reader.minZoom();
  }

  /** The tile, if the file can tell it; a file that cannot be read any more makes tiles slower, not wrong. */
  Optional<Tile> find(TileAddress address, String tags) {
    if (!reaches(address.z()) || address.z() > reader.maxZoom()) {
      return Optional.empty();
    }
    try {
      Tile tile = reader.find(TileIds.of(address.z(), address.x(), address.y())).map(Tile::new).orElse(Tile.EMPTY);
      return tags.equals(origin.tags()) || LandLayer.isMerged(tile) ? Optional.of(tile) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("{}: tile {} cannot be read and is drawn: {}", file, address, e.toString());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      LOG.debug("{} cannot be closed", file, e);
    }
  }
}
