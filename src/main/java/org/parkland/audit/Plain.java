package org.parkland.audit;

/** Text that every database gives back to the last bit, or the hash over it would not fit any more. */
final class Plain {
  private static final int REPLACEMENT = 0xFFFD;

  private Plain() {}

  /** Without control characters and halves of surrogate pairs, which no database keeps alike; cut where too long. */
  static String text(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().limit(longest).map(Plain::kept).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int kept(int character) {
    boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    return half || Character.isISOControl(character) ? REPLACEMENT : character;
  }
}
