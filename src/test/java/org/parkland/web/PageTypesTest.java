package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's JSDoc types, checked by the TypeScript compiler with {@code web/jsconfig.json}. */
class PageTypesTest {
  private static final String COMPILER = "META-INF/resources/webjars/typescript/5.9.3/lib";

  @Test
  void theCompilerFindsNothing() throws Exception {
    Path lib = unpacked();
    Process node = new ProcessBuilder("node", lib.resolve("tsc.js").toString(), "-p", "web/jsconfig.json")
        .redirectErrorStream(true).start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).isEmpty();
    assertThat(node.waitFor()).isZero();
  }

  /** Node cannot run what lies in a jar; the compiler also reads the browser's declarations beside it. */
  private static Path unpacked() throws IOException {
    Path folder = Path.of("target/typescript-5.9.3");
    if (Files.exists(folder.resolve("complete"))) {
      return folder;
    }
    Files.createDirectories(folder);
    URI jar = URI.create("jar:" + PageTypesTest.class.getClassLoader().getResource(COMPILER + "/tsc.js").toString()
        .replaceFirst("^jar:(.*)!.*$", "$1"));
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of()); Stream<Path> all = Files.list(files.getPath(COMPILER))) {
      for (Path each : all.filter(file -> file.toString().matches(".*(/_?tsc\\.js|\\.d\\.ts)")).toList()) {
        try (InputStream in = Files.newInputStream(each)) {
          Files.write(folder.resolve(each.getFileName().toString()), in.readAllBytes());
        }
      }
    }
    // Else Node takes the compiler for a module of the page's kind.
    Files.writeString(folder.resolve("package.json"), "{\"type\":\"commonjs\"}");
    Files.write(folder.resolve("complete"), List.of());
    return folder;
  }
}
