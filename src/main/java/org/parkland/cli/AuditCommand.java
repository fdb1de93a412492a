package org.parkland.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.ChainCheck;
import org.parkland.audit.Head;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland audit}: who did what, and whether the record of it is whole. */
@Command(name = "audit", mixinStandardHelpOptions = true,
    description = "Who did what: list the audit, verify its chain, export it.")
final class AuditCommand {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS = List.of("sequence", "id", "at", "actor", "role", "address", "action",
      "object", "before", "after", "previous", "hash");

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Entries, the newest first.")
  int list(
      @Mixin DatabaseOptions database,
      @Option(names = "--actor", paramLabel = "NAME", description = "Only of this actor.") String actor,
      @Option(names = "--action", paramLabel = "WORD", description = "Only of this kind, such as import or export.")
          String action,
      @Option(names = "--object", paramLabel = "TEXT", description = "Only where the object contains it.") String object,
      @Option(names = "--from", paramLabel = "DATE", description = "From this day on.") LocalDate from,
      @Option(names = "--to", paramLabel = "DATE", description = "Up to this day.") LocalDate to,
      @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).",
          defaultValue = "50") int limit,
      @Option(names = "--json", description = "As JSON instead of lines.") boolean json) {
    AuditFilter filter = new AuditFilter(actor, action(action), object, start(from, 0), start(to, 1), 0);
    try (Workspace workspace = database.open()) {
      List<AuditEntry> found = workspace.store().audit().newest(filter, limit, 0);
      if (json) {
        Printer.json(found.stream().map(AuditCommand::row).toList());
      } else {
        found.forEach(each -> System.out.println(line(each)));
      }
    }
    return 0;
  }

  private static Action action(String word) {
    return word == null ? null : Action.find(word).orElseThrow(() -> new BadInput("--action " + word,
        "is no action", "use one of " + List.of(Action.values()).stream().map(Action::word).toList()));
  }

  private static java.time.Instant start(LocalDate day, int later) {
    return day == null ? null : day.plusDays(later).atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  private static String line(AuditEntry e) {
    return e.sequence() + "  " + e.at() + "  " + e.actor() + " (" + e.role() + ", " + e.address() + ")  " + e.action()
        + "  " + e.object() + (e.before() == null ? "" : "  " + e.before() + " →") + (e.after() == null ? "" : "  " + e.after());
  }

  private static Map<String, Object> row(AuditEntry e) {
    Map<String, Object> row = new LinkedHashMap<>();
    Object[] values = {e.sequence(), e.id(), e.time(), e.actor(), e.role(), e.address(), e.action(), e.object(),
        e.before(), e.after(), e.previous(), e.hash()};
    for (int i = 0; i < values.length; i++) {
      row.put(COLUMNS.get(i), values[i]);
    }
    return row;
  }

  @Command(name = "verify", mixinStandardHelpOptions = true,
      description = "Follow the whole chain; exit code 1 where it is broken.",
      footer = "Keep the head that is printed elsewhere and give it back with --head later: only so does it show that"
          + " the end of the chain was cut off, or the whole of it written anew.")
  int verify(
      @Mixin DatabaseOptions database,
      @Option(names = "--head", paramLabel = "N:HASH", description = "A head that an earlier run printed.") String head) {
    Head given = head == null ? null : Head.parse(head).orElseThrow(
        () -> new BadInput("--head " + head, "is no head", "give what 'parkland audit verify' printed, N:HASH"));
    try (Workspace workspace = database.open()) {
      ChainCheck.Verdict verdict = workspace.store().audit().verify(given);
      verdict.breaks().forEach(System.out::println);
      if (verdict.broken() > verdict.breaks().size()) {
        System.out.println("and " + (verdict.broken() - verdict.breaks().size()) + " more");
      }
      System.out.println((verdict.isWhole() ? "whole: " : "BROKEN: ") + verdict.entries() + " entries, head "
          + verdict.head());
      return verdict.isWhole() ? 0 : Parkland.BREACH;
    }
  }

  @Command(name = "export", mixinStandardHelpOptions = true,
      description = "Write all entries as lines of JSON, oldest first, as they are hashed.")
  int export(
      @Mixin DatabaseOptions database,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.") Path out) {
    try (Workspace workspace = database.open()) {
      long[] count = {0};
      try (BufferedWriter lines = Files.newBufferedWriter(out)) {
        workspace.store().audit().each(entry -> {
          write(lines, entry);
          count[0]++;
        });
      } catch (IOException e) {
        throw new BadInput(out.toString(), "cannot be written", "choose another file with --out", e);
      }
      Handout.note(workspace, Action.EXPORT, "audit", out, Map.of("format", "json", "count", count[0]));
      System.out.println(out + ": " + count[0] + " entries");
    }
    return 0;
  }

  private static void write(BufferedWriter lines, AuditEntry entry) {
    try {
      lines.write(JSON.writeValueAsString(row(entry)));
      lines.newLine();
    } catch (IOException e) {
      throw new BadInput("--out", "cannot be written", "make room, or choose another file", e);
    }
  }
}
