package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.land.Snapshot;

/**
 * Small files as offices send them. Those under {@code broken/} are refused with the words of their manifest and
 * nothing is stored; those under {@code accepted/} are stored, and what is odd about them is said.
 */
class DeliveredFilesTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir
  private static Path folder;
  private static Path untouched;
  private static int number;

  /** A line of a manifest: the file, what must be said about it, and options of the import. */
  record Delivery(Path file, List<String> said, List<String> options) {
    @Override
    public String toString() {
      return file.getFileName().toString();
    }
  }

  @BeforeAll
  static void storeSomething() {
    untouched = folder.resolve("untouched.gpkg");
    assertThat(importing(new Delivery(RESOURCES.resolve("accepted/plots.txt"), List.of(), List.of()), untouched).exit())
        .isZero();
  }

  static Stream<Delivery> broken() throws IOException {
    return manifest("broken");
  }

  static Stream<Delivery> accepted() throws IOException {
    return manifest("accepted");
  }

  @ParameterizedTest
  @MethodSource
  void broken(Delivery delivery) {
    List<Snapshot> before = snapshots(untouched);
    Console console = importing(delivery, untouched);
    assertThat(console.err()).contains(delivery.said()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(console.err().strip().lines()).hasSize(1);
    assertThat(console.exit()).isEqualTo(3);
    assertThat(snapshots(untouched)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource
  void accepted(Delivery delivery) {
    Console console = importing(delivery, folder.resolve("accepted-" + number++ + ".gpkg"));
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).contains(delivery.said());
  }

  @Test
  void everyFileIsInItsManifest() throws IOException {
    for (String name : List.of("broken", "accepted")) {
      try (Stream<Path> files = Files.list(RESOURCES.resolve(name)); Stream<Delivery> listed = manifest(name)) {
        assertThat(files.filter(each -> !each.endsWith("manifest.tsv")).toList())
            .containsExactlyInAnyOrderElementsOf(listed.map(Delivery::file).toList());
      }
    }
  }

  private static Stream<Delivery> manifest(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(name).resolve("manifest.tsv")).stream()
        .filter(each -> !each.startsWith("#")).map(each -> each.split("\t"))
        .map(cells -> new Delivery(RESOURCES.resolve(name).resolve(cells[0]), List.of(cells[1].split("\\|")),
            cells.length < 3 ? List.of() : Arrays.asList(cells[2].split(" "))));
  }

  private static Console importing(Delivery delivery, Path database) {
    List<String> arguments = new ArrayList<>(List.of("import", delivery.file().toString(), "--as", "parcels", "--date",
        "2025-12-31", "--db", database.toString()));
    arguments.addAll(delivery.options());
    return Console.run(arguments.toArray(String[]::new));
  }

  private static List<Snapshot> snapshots(Path database) {
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database))) {
      return workspace.store().snapshots();
    }
  }
}
