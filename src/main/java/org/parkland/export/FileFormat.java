package org.parkland.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of files. */
public enum FileFormat {
  GPKG("gpkg", "application/geopackage+sqlite3", false),
  SHP("zip", "application/zip", false),
  GEOJSON("geojson", "application/geo+json; charset=utf-8", true),
  FGB("fgb", "application/vnd.flatgeobuf", false),
  CSV("csv", "text/csv; charset=utf-8", true),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true),
  /** The exchange text [地块坐标]: parcels and planned blocks only. */
  TXT("txt", "text/plain; charset=gbk", true);

  private final String extension;
  private final String mediaType;
  private final boolean streamed;

  FileFormat(String extension, String mediaType, boolean streamed) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.streamed = streamed;
  }

  /** Of files, without the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it is written from first byte to last, so that it needs no file on the way. */
  public boolean isStreamed() {
    return streamed;
  }

  /** Whether shapes are what the format is for. */
  public boolean isSpatial() {
    return this != CSV && this != XLSX;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(FileFormat::word).collect(Collectors.joining(", "));
  }
}
