package org.parkland.source;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.parkland.geometry.Crs;

/**
 * What a file says of itself.
 *
 * @param format such as "Shapefile"
 * @param name name of the layer
 * @param columns in file order
 * @param crs as the file declares it; null where it does not
 * @param encoding of text, decided from the bytes; null where the format fixes it
 * @param count rows, or -1 where only reading tells
 * @param notices what was found out on the way and should be said
 */
public record SourceLayer(String format, String name, List<String> columns, Crs crs, Charset encoding, long count,
    List<Notice> notices) {

  public SourceLayer {
    columns = List.copyOf(columns);
    notices = List.copyOf(notices);
  }

  /** A layer about which there is nothing to say. */
  public SourceLayer(String format, String name, List<String> columns, Crs crs, Charset encoding, long count) {
    this(format, name, columns, crs, encoding, count, List.of());
  }

  /** The same layer with one notice more. */
  SourceLayer with(Notice notice) {
    List<Notice> more = new ArrayList<>(notices);
    more.add(notice);
    return new SourceLayer(format, name, columns, crs, encoding, count, more);
  }

  /** The same layer under the name by which its file tells it from others. */
  SourceLayer named(String otherName) {
    return new SourceLayer(format, otherName, columns, crs, encoding, count, notices);
  }

  /** The same layer out of another format, such as the one it was converted from. */
  SourceLayer as(String otherFormat) {
    return new SourceLayer(otherFormat, name, columns, crs, encoding, count, notices);
  }
}
