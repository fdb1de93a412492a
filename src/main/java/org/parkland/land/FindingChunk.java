package org.parkland.land;

/**
 * Findings of one code, packed as the store keeps them.
 *
 * @param step what found them: {@link #IMPORT} or {@link #LAYER}
 * @param part number of the chunk within its code, from 0, in the order in which they were found
 * @param count how many findings it holds
 * @param content packed findings; null where chunks are only listed
 */
public record FindingChunk(
    String step, String code, Finding.Severity severity, int part, int count, byte[] content) {
  /** Found row by row, while the file was read. */
  public static final String IMPORT = "import";
  /** Found by looking at the stored layer as a whole. */
  public static final String LAYER = "layer";
}
