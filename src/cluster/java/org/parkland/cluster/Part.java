package org.parkland.cluster;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.parkland.analysis.StreamedLand;

/**
 * What one or more partitions came to. Merging does not depend on the order: the sums are exact, and the failed
 * partitions are a list. Travels by Java's serialization, because Kryo, which Sedona sets up, knows no records.
 */
@DefaultSerializer(JavaSerializer.class)
final class Part implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A partition that could not be worked off; none of its land is in the figures.
   *
   * @param parcels numbers of all its parcels that could still be read
   */
  record Failed(int partition, String why, List<String> parcels) implements Serializable {}

  private StreamedLand land;
  private final ArrayList<Failed> failed = new ArrayList<>();
  private long cpuNanos;

  static Part of(StreamedLand land, long cpuNanos) {
    Part part = new Part();
    part.land = land;
    part.cpuNanos = cpuNanos;
    return part;
  }

  static Part failed(Failed failed) {
    Part part = new Part();
    part.failed.add(failed);
    return part;
  }

  Part merge(Part other) {
    if (land == null) {
      land = other.land;
    } else if (other.land != null) {
      land.merge(other.land);
    }
    failed.addAll(other.failed);
    cpuNanos += other.cpuNanos;
    return this;
  }

  /** Null if every partition failed. */
  StreamedLand land() {
    return land;
  }

  List<Failed> failed() {
    return failed.stream().sorted(java.util.Comparator.comparingInt(Failed::partition)).toList();
  }

  /** Of reading, overlay and sums, on all machines together. */
  double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
