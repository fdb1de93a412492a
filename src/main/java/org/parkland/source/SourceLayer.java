package org.parkland.source;

import java.nio.charset.Charset;
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
 */
public record SourceLayer(
    String format, String name, List<String> columns, Crs crs, Charset encoding, long count) {}
