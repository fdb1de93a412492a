package org.parkland.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.locationtech.jts.io.WKBWriter;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;
import org.parkland.source.SourceLimits;

/** SHA-256 over the rows of a table, in its order: what a file's checksum is for a layer without a file. */
final class RowChecksum {
  private RowChecksum() {}

  static String sha256(ImportRequest request, SourceLimits limits) {
    try (FeatureSource source = request.origin().open(request.reading(limits))) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      WKBWriter wkb = new WKBWriter();
      while (source.hasNext()) {
        SourceFeature row = source.next();
        digest.update(row.values().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(row.geometry() == null ? new byte[1] : wkb.write(row.geometry()));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
