package org.parkland.check;

import java.util.Arrays;

/**
 * Which row had an id first. Twelve bytes a row: ids are known by 64 bits of their hash, so that among a million of
 * them two different ones are taken for the same with a chance of one in tens of millions.
 */
final class RowIds {
  private static final int FIRST_ROOM = 1 << 12;

  private long[] hashes = new long[FIRST_ROOM];
  private int[] rows = new int[FIRST_ROOM];
  private int count;

  /** The row that had the id first, or 0 if this is the first one. */
  int firstRow(String id, int row) {
    if (2 * count > hashes.length) {
      grow();
    }
    long hash = hash(id);
    int at = place(hash);
    if (rows[at] != 0) {
      return rows[at];
    }
    hashes[at] = hash;
    rows[at] = row;
    count++;
    return 0;
  }

  private int place(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (rows[at] != 0 && hashes[at] != hash) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldRows = rows;
    hashes = new long[2 * oldHashes.length];
    rows = new int[hashes.length];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        int at = place(oldHashes[i]);
        hashes[at] = oldHashes[i];
        rows[at] = oldRows[i];
      }
    }
    Arrays.fill(oldRows, 0);
  }

  /** FNV-1a over the characters, then mixed (Stafford's variant 13), so that similar ids spread. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }
}
