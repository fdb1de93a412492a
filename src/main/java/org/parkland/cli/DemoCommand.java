package org.parkland.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parkland.demo.DemoDistrict;
import org.parkland.ingest.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parkland demo}: writes the synthetic district, as small as the sample or as large as a benchmark. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Write a synthetic Jianghai: parcels, zoning, units, lines. The same numbers give the same files.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--parcels", required = true, paramLabel = "N", description = "About how many parcels, 2,000 to 10,000,000.")
  private int parcels;

  @Option(names = "--seed", required = true, paramLabel = "S", description = "Any number.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write into; made if missing.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Progress progress = Terminal.progress("writing");
    DemoDistrict.write(parcels, seed, out, (step, done, total) -> progress.rows(done, total));
    return 0;
  }
}
