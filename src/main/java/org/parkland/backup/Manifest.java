package org.parkland.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.parkland.BadInput;
import org.parkland.store.Contents;

/**
 * What a backup holds; it lies beside it as {@code FILE.manifest.json}.
 *
 * @param program version that took it
 * @param kind of the backup
 * @param database the file or server it is of, without secrets
 * @param sha256 of the backup
 */
public record Manifest(String program, Kind kind, String database, Instant takenAt, long bytes, String sha256,
    Contents contents) {
  /** The two homes of a store; a backup goes back to where it came from. */
  public enum Kind { GEOPACKAGE, POSTGIS }

  static final String ENDING = ".manifest.json";
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static Path of(Path backup) {
    return backup.resolveSibling(backup.getFileName() + ENDING);
  }

  void writeBeside(Path backup) throws IOException {
    Durable.write(of(backup), JSON.writeValueAsBytes(this));
  }

  /** @throws BadInput if there is none, or it is none */
  public static Manifest readBeside(Path backup) {
    try {
      return JSON.readValue(Files.readAllBytes(of(backup)), Manifest.class);
    } catch (IOException e) {
      throw new BadInput(of(backup).toString(), "is missing, or no manifest of a backup",
          "a backup is restored with the manifest that was written beside it", e);
    }
  }
}
