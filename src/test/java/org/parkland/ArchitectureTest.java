package org.parkland;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the package table of the README: each package imports only what its row names. */
class ArchitectureTest {
  private static final int LONGEST_FILE = 500;
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.parkland");

  /** Rows of the table in README.md: package → packages it may import. */
  static List<Map.Entry<String, Set<String>>> table() throws IOException {
    Map<String, Set<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      String[] cells = line.split("\\|");
      if (line.startsWith("| `") && cells.length == 4) {
        rows.put(name(cells[1]), Arrays.stream(cells[3].split(",")).map(String::strip)
            .filter(each -> each.startsWith("`")).map(ArchitectureTest::name).collect(Collectors.toSet()));
      }
    }
    return List.copyOf(rows.entrySet());
  }

  private static String name(String cell) {
    return cell.strip().replaceAll("^`|`.*$", "");
  }

  @ParameterizedTest
  @MethodSource("table")
  void aPackageImportsOnlyWhatItsRowNames(Map.Entry<String, Set<String>> row) {
    String[] allowed = Stream.concat(Stream.of(row.getKey()), row.getValue().stream())
        .map(each -> "org.parkland." + each + "..").toArray(String[]::new);
    classes().that().resideInAPackage("org.parkland." + row.getKey() + "..")
        .should().onlyDependOnClassesThat(Predicates.resideInAnyPackage(allowed)
            .or(Predicates.resideOutsideOfPackage("org.parkland.."))
            .or(Predicates.type(BadInput.class)))
        .check(CLASSES);
  }

  @Test
  void everyPackageStandsInTheTable() throws IOException {
    Set<String> packages = CLASSES.stream().map(each -> each.getPackageName().replace("org.parkland", ""))
        .filter(each -> !each.isEmpty()).map(each -> each.substring(1).split("\\.")[0])
        .collect(Collectors.toSet());
    assertThat(table().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void noTwoPackagesImportEachOther() {
    slices().matching("org.parkland.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void thereIsNoUtil() {
    noClasses().should().resideInAPackage("..util..").check(CLASSES);
  }

  @Test
  void noFileIsLongerThanFiveHundredLines() throws IOException {
    try (Stream<Path> files = Stream.of("src", "web/js", "web/css", "bin").map(Path::of).flatMap(ArchitectureTest::walk)) {
      assertThat(files.filter(each -> each.toString().matches(".*\\.(java|js|css|sh)|bin/[a-z]+"))
          .filter(each -> lines(each) > LONGEST_FILE)).isEmpty();
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder).filter(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
