package org.parkland.source;

/**
 * Something a reader found out about a file that its user should know: what was found and why it was read so.
 *
 * @param warning whether figures may be wrong because of it; else it is only worth knowing
 * @param code stable word, such as {@code wrong-cpg}
 * @param message a sentence for the user
 */
public record Notice(boolean warning, String code, String message) {
  static Notice of(String code, String message) {
    return new Notice(false, code, message);
  }

  static Notice warning(String code, String message) {
    return new Notice(true, code, message);
  }
}
