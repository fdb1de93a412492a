package org.parkland.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.BadInput;
import org.parkland.check.FindingBook;
import org.parkland.check.LayerChecks;
import org.parkland.check.Place;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Progress;
import org.parkland.land.Finding;
import org.parkland.land.FindingChunk;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.source.ScratchFolder;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;

/** Everything that is wrong with one layer, of a file or stored; nothing of it is kept. Close it. */
public final class LayerSurvey implements AutoCloseable {
  private final Snapshot layer;
  private final long read;
  private final List<FindingBook> books;
  private final Path folder;

  private LayerSurvey(Snapshot layer, long read, List<FindingBook> books, Path folder) {
    this.layer = layer;
    this.read = read;
    this.books = books;
    this.folder = folder;
  }

  /**
   * Reads a file into a database of its own, which is gone afterwards, and checks it against the district.
   *
   * @throws BadInput if the file cannot be read at all
   */
  public static LayerSurvey ofFile(
      Workspace workspace, ImportRequest request, Progress reading, LayerChecks.Progress checking) {
    Path folder = temporary();
    try (Store store = EmbeddedStore.open(folder.resolve("check.gpkg"), workspace.standards().schemas())) {
      ImportReport report = workspace.importer(store).survey(request, reading);
      FindingBook whole = workspace.inspection().look(store, report.snapshot(), checking);
      return new LayerSurvey(report.snapshot(), report.read(), List.of(report.book(), whole), folder);
    } catch (RuntimeException e) {
      ScratchFolder.remove(folder);
      throw e;
    }
  }

  /** Checks a layer of the district's database as a whole; its rows were checked when it was imported. */
  private static LayerSurvey ofStored(Workspace workspace, Snapshot layer, LayerChecks.Progress checking) {
    FindingBook rows = new FindingBook(workspace.standards().findings(), FindingChunk.IMPORT);
    new FindingList(workspace.store(), layer, workspace.standards().findings()).rows().forEach(rows::add);
    FindingBook whole = workspace.inspection().look(workspace.store(), layer, checking);
    return new LayerSurvey(layer, layer.count(), List.of(rows, whole), null);
  }

  /**
   * As above.
   *
   * @param name a kind of layer, or the number of a snapshot
   * @param day for which a kind's layer is taken; null for the newest
   * @throws BadInput if there is no such layer
   */
  public static LayerSurvey ofStored(Workspace workspace, String name, LocalDate day, LayerChecks.Progress checking) {
    List<Snapshot> all = workspace.store().snapshots();
    LocalDate wanted = day == null ? LocalDate.MAX : day;
    Snapshot layer = all.stream().filter(each -> name.equals(Long.toString(each.id()))).findFirst()
        .or(() -> Stream.of(LayerKind.values()).filter(each -> each.word().equals(name)).findFirst()
            .flatMap(each -> Snapshots.at(all, each, wanted)))
        .orElseThrow(() -> new BadInput(name, "there is no such file and no such layer",
            "name a file, a kind of layer such as parcels, or the number of a snapshot"));
    return ofStored(workspace, layer, checking);
  }

  private static Path temporary() {
    try {
      return ScratchFolder.create("check");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Snapshot layer() {
    return layer;
  }

  /** {@code parcels.zip · parcels: 12,480 rows read, 12,431 usable; EPSG:4526, 用地用海 2023}. */
  public String title() {
    return String.format(Locale.ROOT, "%s: %,d rows read, %,d usable; %s%s", layer.source(), read, layer.count(),
        layer.crs(), layer.edition() == null ? "" : ", " + layer.edition());
  }

  /** What was checked, for a file that is sent back. */
  public List<String> heading() {
    return List.of("数据检查结果", "数据：" + layer.source(), "日期：" + layer.asOf(),
        "坐标系：" + layer.crs() + (layer.edition() == null ? "" : "；编码：" + layer.edition()),
        String.format(Locale.ROOT, "共%d行，可用%d行；SHA-256：%s", read, layer.count(), layer.sha256()));
  }

  public Map<String, Object> description() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("source", layer.source());
    description.put("sha256", layer.sha256());
    description.put("kind", layer.kind().word());
    description.put("asOf", layer.asOf().toString());
    description.put("crs", layer.crs());
    description.put("edition", layer.edition());
    description.put("read", read);
    description.put("usable", layer.count());
    return description;
  }

  /** Findings by code, the worst first. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    samples().forEach(each -> counts.put(each.code(), 0L));
    books.forEach(book -> book.counts().forEach((code, more) -> counts.merge(code, more, Long::sum)));
    return counts;
  }

  /** The first few findings of each code, the worst codes first. */
  public List<Finding> samples() {
    List<Finding> samples = new ArrayList<>();
    books.forEach(each -> samples.addAll(each.samples()));
    samples.sort(Comparator.comparing(Finding::severity));
    return samples;
  }

  /** Every finding, the worst first. */
  public Stream<Finding> all() {
    return Stream.of(Finding.Severity.values())
        .flatMap(severity -> books.stream().flatMap(each -> each.all(severity)));
  }

  public Optional<Finding.Severity> worst() {
    return samples().stream().map(Finding::severity).min(Comparator.naturalOrder());
  }

  /** {@code  at 113.12345678, 22.58765432}; empty where nothing tells the place. */
  public String placeOf(Finding finding) {
    if (Place.in(finding.shape()) == null) {
      return "";
    }
    try {
      Coordinate place = Place.in(finding.shape()).getCoordinate();
      Coordinate degrees = Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES)).apply(place.x, place.y);
      return String.format(Locale.ROOT, ", at %.7f, %.7f", degrees.x, degrees.y);
    } catch (OutsideProjectionException e) {
      return "";
    }
  }

  @Override
  public void close() {
    if (folder != null) {
      ScratchFolder.remove(folder);
    }
  }
}
