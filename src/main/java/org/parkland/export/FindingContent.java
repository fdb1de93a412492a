package org.parkland.export;

import java.util.Iterator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.parkland.analysis.FindingList;
import org.parkland.analysis.Workspace;
import org.parkland.check.Place;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingKind;
import org.parkland.land.Snapshot;
import org.parkland.land.Words;
import org.parkland.sink.LayerStyle;

/** All findings about some layers, in the words of the catalogue; read in portions, for a bad delivery has a million. */
final class FindingContent implements Content {
  static final List<String> COLUMNS = List.of("layer", "severity", "finding", "title", "message", "sourceRow",
      "subject", "figure", "figureUnit", "office", "remedy", "lon", "lat");

  private final FindingCatalogue catalogue;
  private final String title;
  private final List<Field> fields;
  private final List<FindingList> lists;
  private final List<Snapshot> layers;
  private final boolean english;

  /** @param layers not empty; shapes come in the CRS of the first */
  FindingContent(Workspace workspace, String title, List<Field> fields, List<Snapshot> layers, boolean english) {
    this.catalogue = workspace.standards().findings();
    this.title = title;
    this.fields = fields;
    this.layers = layers;
    this.lists = layers.stream().map(each -> new FindingList(workspace.store(), each, catalogue)).toList();
    this.english = english;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Crs crs() {
    return Crs.of(layers.get(0).crs());
  }

  /** Points, lines and land. */
  @Override
  public boolean isPolygonal() {
    return false;
  }

  @Override
  public List<Field> fields() {
    return fields;
  }

  @Override
  public long count() {
    return lists.stream().flatMap(each -> each.counts().stream()).mapToLong(FindingList.Count::count).sum();
  }

  @Override
  public LayerStyle style() {
    return null;
  }

  @Override
  public Rows rows(boolean shapes) {
    return new LayerByLayer();
  }

  private final class LayerByLayer implements Rows {
    private int next;
    private Snapshot layer;
    private Reprojection toOurs;
    private Reprojection toDegrees;
    private Iterator<Finding> findings = List.<Finding>of().iterator();

    @Override
    public boolean hasNext() {
      while (!findings.hasNext() && next < layers.size()) {
        layer = layers.get(next);
        toOurs = Crs.of(layer.crs()).to(crs());
        toDegrees = Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES));
        findings = lists.get(next).all().iterator();
        next++;
      }
      return findings.hasNext();
    }

    @Override
    public Row next() {
      hasNext();
      return row(findings.next());
    }

    private Row row(Finding finding) {
      FindingKind kind = catalogue.find(finding.code()).orElse(null);
      Coordinate place = place(finding);
      return new Row(shape(finding), new Object[] {layer.name(), finding.severity().word(), finding.code(),
          kind == null ? null : word(kind.title()), word(catalogue.textOf(finding)),
          finding.row() == 0 ? null : finding.row(), finding.id(), finding.figure(), kind == null ? null : kind.unit(),
          kind == null ? null : word(catalogue.office(kind.who())), kind == null ? null : word(kind.remedy()),
          place == null ? null : place.x, place == null ? null : place.y});
    }

    private Geometry shape(Finding finding) {
      try {
        return finding.shape() == null || finding.shape().isEmpty() ? null : toOurs.apply(finding.shape());
      } catch (OutsideProjectionException e) {
        return null;
      }
    }

    /** Longitude and latitude; null where a finding has no place. */
    private Coordinate place(Finding finding) {
      Point place = Place.in(finding.shape());
      try {
        return place == null ? null : toDegrees.apply(place.getX(), place.getY());
      } catch (OutsideProjectionException e) {
        return null;
      }
    }

    @Override
    public void close() {
      // chunks are read one by one, and each is closed when it has been read
    }
  }

  private String word(Words words) {
    return english ? words.en() : words.zh();
  }
}
