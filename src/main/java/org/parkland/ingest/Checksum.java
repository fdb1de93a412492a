package org.parkland.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.parkland.BadInput;
import org.parkland.source.Origin;
import org.parkland.source.SourceLimits;

/** SHA-256 of a delivered file, so that a figure can be traced to its bytes; of a folder, of all its files. */
final class Checksum {
  private Checksum() {}

  static String of(ImportRequest request, SourceLimits limits) {
    return request.origin() instanceof Origin.Delivered delivered ? sha256(delivered.file())
        : RowChecksum.sha256(request, limits);
  }

  private static String sha256(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        add(file, digest);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new BadInput(path.toString(), "cannot be read", "check the path and its permissions", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
