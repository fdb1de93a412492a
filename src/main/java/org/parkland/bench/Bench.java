package org.parkland.bench;

import org.parkland.bench.faults.FaultBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code bin/bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures Parkland.",
    subcommands = {OverlayBench.class, IdleBench.class, ScenarioBench.class, ImportBench.class, ServeBench.class,
        ScaleBench.class, CountryBench.class, FaultBench.class, LoadBench.class})
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
