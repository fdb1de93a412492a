package org.parkland.analysis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/**
 * Everything of a layer that can be searched, as one row of bytes: about 185 a parcel. Reading through those of a
 * million parcels takes some tenths of a second where nothing is found, so no tree has to be kept. Immutable.
 */
final class SearchIndex {
  private static final byte FIELD_END = '\n';
  /** Of matches in the middle of a name enough are seen before the search for better ones ends. */
  private static final int MOST_WITHIN = 20_000;

  /** UTF-8: for each row its id, then its names, each followed by its initials; a line feed ends each. */
  private final byte[] text;
  /** Where each row begins; the last entry is the end. */
  private final int[] starts;

  private SearchIndex(byte[] text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  static SearchIndex of(Store store, Snapshot layer, List<String> names, Passes passes) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int[] starts = new int[layer.count() > 0 ? (int) layer.count() + 1 : 16];
    int rows = 0;
    FeatureCursor all = store.features(layer, FeatureQuery.all().only(names.toArray(String[]::new)));
    try (FeatureCursor cursor = passes.over(Passes.Purpose.SEARCH, layer, all)) {
      while (cursor.hasNext()) {
        Feature row = cursor.next();
        if (rows + 1 >= starts.length) {
          starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[rows++] = text.size();
        write(text, row, names);
      }
    }
    starts[rows] = text.size();
    return new SearchIndex(text.toByteArray(), Arrays.copyOf(starts, rows + 1));
  }

  private static void write(ByteArrayOutputStream text, Feature row, List<String> names) {
    write(text, row.id());
    for (String name : names) {
      String value = name.equals("id") ? null : row.text(name);
      if (value != null) {
        write(text, value);
        Initials.of(value).forEach(each -> write(text, each));
      }
    }
  }

  private static void write(ByteArrayOutputStream text, String value) {
    text.writeBytes(String.valueOf(value).replace((char) FIELD_END, ' ').getBytes(StandardCharsets.UTF_8));
    text.write(FIELD_END);
  }

  /** Ids of rows that have the words in a name or its initials, first where a name begins with them; ASCII of any case. */
  List<String> find(String words, int limit) {
    byte[] wanted = words.toLowerCase(Locale.ROOT).replace("\n", " ").getBytes(StandardCharsets.UTF_8);
    Set<Integer> beginning = new LinkedHashSet<>();
    Set<Integer> within = new LinkedHashSet<>();
    int at = next(wanted, 0);
    while (at >= 0 && beginning.size() < limit && within.size() < MOST_WITHIN) {
      int row = rowAt(at);
      (at == starts[row] || text[at - 1] == FIELD_END ? beginning : within).add(row);
      at = next(wanted, starts[row + 1]);
    }
    beginning.addAll(within);
    return beginning.stream().limit(limit).map(this::id).toList();
  }

  private int next(byte[] wanted, int from) {
    byte first = wanted[0];
    int last = text.length - wanted.length;
    for (int at = from; at <= last; at++) {
      if (folded(text[at]) == first && matches(wanted, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(byte[] wanted, int at) {
    for (int i = 1; i < wanted.length; i++) {
      if (folded(text[at + i]) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte folded(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
  }

  private int rowAt(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }

  private String id(int row) {
    int end = starts[row];
    while (text[end] != FIELD_END) {
      end++;
    }
    return new String(text, starts[row], end - starts[row], StandardCharsets.UTF_8);
  }
}
