package org.parkland.cluster;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.parkland.analysis.StreamedFigures;
import org.parkland.analysis.StreamedLand;
import org.parkland.geometry.Crs;
import org.parkland.ingest.CodeDecision;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.ImportRules;
import org.parkland.ingest.LayerReader;
import org.parkland.land.LayerKind;
import org.parkland.overlay.PreparedUnits;
import org.parkland.pack.CheckLimitFile;
import org.parkland.pack.RedLinePolicies;
import org.parkland.pack.Standards;

/** What a machine needs for its share of a job, made once and used for all its partitions. */
final class Kernel {
  private static final Map<Job, Kernel> KERNELS = new ConcurrentHashMap<>();

  private final Job job;
  private final ImportRules rules;
  private final StreamedFigures figures;

  private Kernel(Job job) {
    Standards standards = Standards.read(Path.of(SparkFiles.get(Job.STANDARDS)));
    this.job = job;
    this.rules = new ImportRules(standards.classification(), standards.schemas(), standards.schemes(),
        standards.findings(), CheckLimitFile.read(Path.of(SparkFiles.get(Job.POLICIES), "tolerance.yaml"),
            standards.schema(LayerKind.PARCELS)));
    this.figures = new StreamedFigures(rules, RedLinePolicies.read(
        Path.of(SparkFiles.get(Job.POLICIES), "red-line.yaml"), standards.classification()).policies(), job.method());
    job.unitLayers().forEach(each ->
        figures.addUnits(ImportRequest.of(Path.of(SparkFiles.get(each)), LayerKind.UNITS, null)));
    figures.units(Crs.of(job.crs()));
  }

  static Kernel of(Job job) {
    return KERNELS.computeIfAbsent(job, Kernel::new);
  }

  /** Forgets a job that is done. */
  static void release(Job job) {
    KERNELS.remove(job);
  }

  StreamedFigures figures() {
    return figures;
  }

  PreparedUnits units() {
    return figures.units(Crs.of(job.crs()));
  }

  /** The columns that are needed beside the geometry. */
  Iterable<String> columns(StructType schema) {
    try (LayerReader none = reader(new SparkRows(job.name(), schema, java.util.Collections.emptyIterator()))) {
      return none.columns();
    }
  }

  /** Reads, overlays and sums some rows, on one thread: Spark runs a partition on each. */
  StreamedLand read(SparkRows rows) {
    try (LayerReader reader = reader(rows)) {
      return figures.read(reader, job.open() != null ? job.open() : reader.open(), 1, done -> { });
    }
  }

  LayerReader reader(SparkRows rows) {
    return reader(job, rows, rules);
  }

  /** In which scheme the codes of a job's land are, by its first rows. */
  static CodeDecision decide(Job job, Dataset<Row> land, ImportRules rules) {
    Dataset<Row> first = land.limit(rules.schemes().sampleRows());
    try (LayerReader reader =
        reader(job, new SparkRows(job.name(), land.schema(), first.collectAsList().iterator()), rules)) {
      return reader.decision();
    }
  }

  private static LayerReader reader(Job job, SparkRows rows, ImportRules rules) {
    ImportRequest plain = ImportRequest.of(Path.of(job.name()), job.kind(), null);
    Set<String> wanted = new HashSet<>(StreamedFigures.OF_LAND);
    if (job.open() != null && job.open().column() != null) {
      wanted.add(job.open().column());
    }
    return LayerReader.of(new ImportRequest(plain.file(), job.kind(), null, null, null, Crs.of(job.crs()), null,
        job.columns(), plain.codes(), true, plain.user()), rows, rules, wanted, job.codes());
  }
}
