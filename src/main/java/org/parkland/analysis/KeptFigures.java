package org.parkland.analysis;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.parkland.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results beside the snapshots they were drawn from. A key names everything a result depends on: snapshots, which
 * never change, the definitions' fingerprint, and the version of the program's figures. Safe to share.
 */
final class KeptFigures {
  /** To be raised whenever the same snapshots and definitions give other figures than before. */
  private static final int VERSION = 1;
  private static final int IN_MEMORY = 200;
  private static final Logger LOG = LoggerFactory.getLogger(KeptFigures.class);
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** One result; who asks for it while it is drawn waits. */
  private static final class Entry {
    private Object result;
  }

  private final Store store;
  private final Map<String, Entry> latest = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
      return size() > IN_MEMORY;
    }
  };

  KeptFigures(Store store) {
    this.store = store;
  }

  /** Sixteen hexadecimal digits that change with what the given definitions say. */
  static String fingerprint(Object... definitions) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object each : definitions) {
        digest.update(String.valueOf(each).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * @param type of plain data that JSON can hold without loss
   * @param draw called where the result is not kept yet
   */
  <T> T get(String key, Class<T> type, Supplier<T> draw) {
    Entry entry;
    synchronized (latest) {
      entry = latest.computeIfAbsent(key, unused -> new Entry());
    }
    synchronized (entry) {
      if (entry.result == null) {
        String versioned = "v" + VERSION + " " + key;
        entry.result = find(versioned, type).map(Object.class::cast).orElseGet(() -> drawn(versioned, draw));
      }
      return type.cast(entry.result);
    }
  }

  /** As {@link #get}, of what is too large to be held here beside whoever asks for it. */
  <T> T getLarge(String key, Class<T> type, Supplier<T> draw) {
    String versioned = "v" + VERSION + " " + key;
    return find(versioned, type).orElseGet(() -> drawn(versioned, draw));
  }

  private <T> T drawn(String key, Supplier<T> draw) {
    T result = draw.get();
    store.keep(key, packed(result));
    return result;
  }

  /** A result that cannot be read, say of another program's version, is drawn anew. */
  private <T> Optional<T> find(String key, Class<T> type) {
    Optional<byte[]> stored = store.result(key);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(stored.get()))) {
      return Optional.of(JSON.readValue(plain, type));
    } catch (IOException e) {
      LOG.warn("the kept result {} cannot be read and is drawn anew: {}", key, e.getMessage());
      return Optional.empty();
    }
  }

  private static byte[] packed(Object result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      JSON.writeValue(packed, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
