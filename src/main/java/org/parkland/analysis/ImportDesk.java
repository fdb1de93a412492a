package org.parkland.analysis;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.analysis.UploadFolder.Upload;
import org.parkland.config.Setting;
import org.parkland.config.Values;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Inspection;
import org.parkland.ingest.Inspector;
import org.parkland.job.Job;
import org.parkland.job.JobQueue;
import org.parkland.land.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files come in while a server runs: they are looked at, imported one after the other in the background, and
 * their snapshots withdrawn. Safe to share between threads.
 */
public final class ImportDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

  private final Workspace workspace;
  private final UploadFolder uploads;
  private final JobQueue<ImportOutcome> queue;
  private final Consumer<Snapshot> whenStored;
  /** Job → its upload; an upload is imported once. */
  private final Map<String, String> taken = new ConcurrentHashMap<>();

  /** @param whenStored is told of each new snapshot, in the import's thread */
  public ImportDesk(Workspace workspace, Consumer<Snapshot> whenStored) {
    this.workspace = workspace;
    Values settings = workspace.settings().values();
    this.uploads = new UploadFolder(
        workspace.settings().uploads(), settings.mebibytes(Setting.UPLOAD_MIB), settings.whole(Setting.UPLOADS));
    this.queue = new JobQueue<>("imports", settings.whole(Setting.IMPORTS_WAITING),
        Duration.ofMinutes(settings.whole(Setting.IMPORT_MINUTES)));
    this.whenStored = whenStored;
  }

  /** Imports that wait or run. */
  public long unfinished() {
    return queue.all().stream().filter(each -> !each.standing().state().isEnd()).count();
  }

  /** Imports that came to an end of any kind since the start. */
  public long finished() {
    return queue.ended();
  }

  public UploadFolder uploads() {
    return uploads;
  }

  /**
   * What an import as asked for would read.
   *
   * @param request of an upload's file; kind and date may be null
   */
  public Inspection inspect(ImportRequest request) {
    return hidingFolder(request, () -> new Inspector(workspace.importRules()).inspect(request));
  }

  /**
   * Puts an import in the queue; its upload goes when it ends, however it ends.
   *
   * @return empty if too many imports wait already
   * @throws BadInput if the upload is being imported
   */
  public synchronized Optional<Job<ImportOutcome>> submit(Upload upload, ImportRequest request, Actor actor) {
    if (taken.containsValue(upload.id())) {
      throw new BadInput(upload.name(), "is being imported", "wait for that import, or send the file again");
    }
    Optional<Job<ImportOutcome>> job = queue.submit(upload.name(), work(upload, request, actor));
    job.ifPresent(each -> taken.put(each.id(), upload.id()));
    return job;
  }

  private Job.Work<ImportOutcome> work(Upload upload, ImportRequest request, Actor actor) {
    return steps -> {
      try {
        ImportReport report = hidingFolder(request, () -> workspace.by(actor).importer().run(request, steps::progress));
        steps.kept();
        boolean checked = true;
        if (!report.isAlreadyStored()) {
          checked = inspect(report.snapshot(), steps);
          whenStored.accept(report.snapshot());
        }
        return ImportOutcome.of(report, checked);
      } finally {
        uploads.remove(upload.id());
      }
    };
  }

  /**
   * What the layer shows as a whole. The snapshot is stored already, so that a failure here is none of the import, and
   * who cancels now cancels the check alone; nothing of it is kept.
   *
   * @return whether the check came to its end
   */
  private boolean inspect(Snapshot stored, Job.Steps steps) {
    try {
      workspace.inspection().run(stored, (done, total) -> steps.progress(stored.count(), stored.count()));
      return true;
    } catch (CancellationException e) {
      LOG.info("the check of snapshot {} as a whole was cancelled", stored.id());
    } catch (BadInput e) {
      LOG.warn("snapshot {} is not checked as a whole: {}", stored.id(), e.getMessage());
    }
    return false;
  }

  /** Messages name the file as its sender does, not the place where it waits. */
  private static <T> T hidingFolder(ImportRequest request, Supplier<T> work) {
    try {
      return work.get();
    } catch (BadInput e) {
      String folder = request.file().getParent() + "/";
      throw new BadInput(e.place().replace(folder, ""), e.problem().replace(folder, ""), e.remedy(), e);
    }
  }

  public Optional<Job<ImportOutcome>> find(String job) {
    return queue.find(job);
  }

  /** All that are remembered, oldest first. */
  public List<Job<ImportOutcome>> jobs() {
    return queue.all();
  }

  /** Cancels an import; one that waits gives its file up at once. */
  public void cancel(Job<ImportOutcome> job) {
    job.cancel();
    if (job.standing().state().isEnd()) {
      uploads.remove(taken.getOrDefault(job.id(), ""));
    }
  }

  /** All snapshots, the newest import first, withdrawn ones too. */
  public List<Snapshot> snapshots() {
    return workspace.snapshots().stream()
        .sorted(Comparator.comparing(Snapshot::id).reversed()).toList();
  }

  /** @throws BadInput if there is none, or it is withdrawn already */
  public Snapshot withdraw(long id, String reason, String by, Actor actor) {
    return workspace.by(actor).withdraw(id, reason, by);
  }

  /** Cancels what runs, and removes what was sent. */
  @Override
  public void close() {
    queue.close();
    uploads.close();
  }
}
