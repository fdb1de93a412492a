package org.parkland.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.parkland.SampleDistrict;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;

/** The very example of {@code docs/java.md}, run by jshell; its figures are those of the database. */
class JavaGuideTest {
  @Test
  void theExampleRunsInJshellAndGivesTheFiguresOfTheDatabase() throws Exception {
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("docs/java.md")));
    assertThat(block.find()).isTrue();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
      run(shell, block.group(1));
      try (Workspace workspace = SampleDistrict.open()) {
        LandAnalysis analysis = new LandAnalysis(workspace);
        Figures figures = analysis.figures().draw(analysis.day(null), new FigureQuery(State.CURRENT,
            workspace.policies().redLine().find(workspace.district().policy()), AreaMethod.ELLIPSOIDAL));
        int place = figures.find("Z1").orElseThrow();
        assertThat(Double.parseDouble(value(shell, "line.ratio()")))
            .isCloseTo(figures.redLine(place).ratio(), within(1e-12));
        assertThat(value(shell, "line.status().word()")).isEqualTo("\"" + figures.redLine(place).status().word() + "\"");
        assertThat(Integer.parseInt(value(shell, "balance.size()"))).isEqualTo(figures.landUse(place, false).size());
      }
    }
  }

  private static void run(JShell shell, String code) {
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      value(shell, next.source());
      rest = next.remaining();
    }
  }

  private static String value(JShell shell, String code) {
    String last = null;
    for (SnippetEvent event : shell.eval(code)) {
      assertThat(event.exception()).as(code).isNull();
      assertThat(event.status()).as(code + shell.diagnostics(event.snippet()).map(each -> each.getMessage(null)).toList())
          .isEqualTo(Snippet.Status.VALID);
      last = event.value();
    }
    return last;
  }
}
