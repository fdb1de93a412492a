package org.parkland.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.parkland.geometry.Crs;

/**
 * How a content is to be written.
 *
 * @param crs of the file; null for that of the content, and for longitude and latitude in GeoJSON
 * @param encoding of a shapefile: UTF-8 or GBK; null for UTF-8
 * @param shapes whether tables (CSV, XLSX) get a column of shapes; null for what the content and format suggest
 */
public record ExportOptions(FileFormat format, Crs crs, Charset encoding, Boolean shapes) {
  /** Everything else as the format suggests. */
  public static ExportOptions of(FileFormat format) {
    return new ExportOptions(format, null, null, null);
  }

  Charset encodingOrUtf8() {
    return encoding != null ? encoding : StandardCharsets.UTF_8;
  }

  /** Where GeoJSON is asked for without a system, it is RFC 7946 and its positions are longitude and latitude. */
  boolean isPlainGeoJson() {
    return format == FileFormat.GEOJSON && crs == null;
  }

  /** The system of the file, for a content that has shapes. */
  Crs crsFor(Content content) {
    if (crs != null) {
      return crs;
    }
    return isPlainGeoJson() ? Crs.of(Crs.DEGREES) : content.crs();
  }

  /** A table of a layer carries its shapes, so that it comes in again; a list and a workbook are for reading. */
  boolean withShapes(Content content) {
    if (content.crs() == null) {
      return false;
    }
    if (format.isSpatial()) {
      return true;
    }
    return shapes != null ? shapes : format == FileFormat.CSV && content instanceof LayerContent;
  }
}
