package org.parkland.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.parkland.store.Store;

/**
 * A server is killed with SIGKILL at random moments while five people change things and the command line imports,
 * corrects or takes a backup; then it is started again on what was left.
 */
public final class KillDrill {
  private static final int SHORTEST_MS = 100;
  private static final int LONGEST_MS = 1_800;
  private static final int LONGEST_LAST_S = 60;

  private final String database;
  private final String parcel;
  private final Path folder;
  private final Supplier<Store> open;
  private final Random random;
  private final Acknowledged acknowledged = new Acknowledged();
  private final List<String> wrong = new ArrayList<>();
  private final List<Path> backups = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param done what was acknowledged, counted by kind
   * @param wrong what was lost, and starts that were not clean; nothing of that is how it should be
   */
  public record Outcome(int kills, String done, List<String> wrong) {}

  /**
   * @param database as {@code --db} takes it, with the sample in it
   * @param parcel one of its parcels
   * @param folder for files of the drill
   * @param open opens the database in this process
   */
  public KillDrill(String database, String parcel, Path folder, Supplier<Store> open, long seed) {
    this.database = database;
    this.parcel = parcel;
    this.folder = folder;
    this.open = open;
    this.random = new Random(seed);
  }

  public Outcome run(int kills) throws IOException, InterruptedException {
    for (int kill = 1; kill <= kills; kill++) {
      kill(kill, kill == kills ? this::untilAllWasDone : this::aMoment);
    }
    start(kills + 1, (server, client) -> { });
    return new Outcome(kills, acknowledged.toString(), wrong);
  }

  /** How long a server lives. */
  private interface Life {
    void await() throws InterruptedException;
  }

  private void aMoment() throws InterruptedException {
    Thread.sleep(SHORTEST_MS + random.nextInt(LONGEST_MS));
  }

  /** On a busy machine no kind of write may have come to its end within the moments before. */
  private void untilAllWasDone() throws InterruptedException {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_LAST_S);
    while (!acknowledged.counts().keySet().containsAll(Workload.KINDS) && System.nanoTime() < untilNs) {
      aMoment();
    }
  }

  private void kill(int number, Life life) throws IOException, InterruptedException {
    start(number, (server, client) -> {
      Workload workload = new Workload(client, acknowledged, parcel, random);
      workload.begin();
      ChildProcess beside = beside(number);
      life.await();
      server.kill();
      beside.kill();
      workload.end().forEach(each -> wrong.add("round " + number + " refused " + each));
    });
  }

  /** What becomes of a server whose start was looked at. */
  private interface Fate {
    void run(ChildProcess server, Client client) throws IOException, InterruptedException;
  }

  private void start(int number, Fate fate) throws IOException, InterruptedException {
    Path log = folder.resolve("server-" + number + ".log");
    try (ChildProcess server = ChildProcess.start(log, List.of("-Xmx512m"), "serve", "--db", database, "--port", "0")) {
      Client client = new Client(server.awaitAddress());
      inspect(number, server, client);
      fate.run(server, client);
    } catch (IllegalStateException e) {
      wrong.add("round " + number + ": " + e.getMessage());
    }
  }

  private void inspect(int number, ChildProcess server, Client client) throws IOException, InterruptedException {
    List<String> found = new ArrayList<>(Inspection.of(client, acknowledged));
    try (Store store = open.get()) {
      found.addAll(Inspection.ofAudit(store));
    }
    if (server.said().contains("Exception") || server.said().contains("ERROR")) {
      found.add("the start was not clean: " + server.said());
    }
    found.forEach(each -> wrong.add("before kill " + number + ": " + each));
    for (Path each : backups) {
      requireWholeOrAbsent(each);
    }
    backups.clear();
  }

  /** One command in a process of its own, which is killed as well. */
  private ChildProcess beside(int number) throws IOException {
    Path log = folder.resolve("command-" + number + ".log");
    List<String> options = List.of("-Xmx256m");
    return switch (number % 3) {
      case 0 -> {
        Path out = folder.resolve("backup-" + number + ".gpkg");
        backups.add(out);
        yield ChildProcess.start(log, options, "backup", "--db", database, "--out", out.toString());
      }
      case 1 -> {
        Path file = Files.write(folder.resolve("c" + number + ".geojson"), Workload.layer("c" + number, 20_000));
        yield ChildProcess.start(log, options, "import", file.toString(), "--as", "reference", "--name", "c" + number,
            "--crs", "EPSG:4490", "--db", database);
      }
      default -> ChildProcess.start(log, options, "correct", parcel, "location=c" + number, "--reason", "drill", "--db",
          database);
    };
  }

  /** A backup that has its name is complete: its manifest fits it. */
  private void requireWholeOrAbsent(Path backup) throws IOException {
    if (Files.exists(backup) && Files.size(backup) != org.parkland.backup.Manifest.readBeside(backup).bytes()) {
      wrong.add(backup + " is not whole");
    }
    Files.deleteIfExists(backup);
  }
}
