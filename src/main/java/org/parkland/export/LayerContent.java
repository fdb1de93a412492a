package org.parkland.export;

import java.util.List;
import java.util.NoSuchElementException;
import org.parkland.geometry.Crs;
import org.parkland.land.Classification;
import org.parkland.land.Feature;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.sink.LayerStyle;
import org.parkland.store.FeatureCursor;
import org.parkland.store.Store;

/** A stored layer, or a selection of it, in delivered order and with every delivered column. */
final class LayerContent implements Content {
  private final Store store;
  private final Snapshot snapshot;
  private final String title;
  private final LayerFields fields;
  private final Selection selection;
  private final Classification classification;

  LayerContent(Store store, Snapshot snapshot, Schema schema, String title, Selection selection,
      Classification classification) {
    this.store = store;
    this.snapshot = snapshot;
    this.title = title;
    this.fields = LayerFields.of(snapshot, schema);
    this.selection = selection;
    this.classification = classification;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Crs crs() {
    return Crs.of(snapshot.crs());
  }

  @Override
  public boolean isPolygonal() {
    return snapshot.kind().isPolygonal();
  }

  @Override
  public List<Field> fields() {
    return fields.fields();
  }

  @Override
  public long count() {
    return selection.isAll() ? snapshot.count() : -1;
  }

  @Override
  public LayerStyle style() {
    String column = fields.columnOf("land_use");
    return column == null ? null : style(classification, column);
  }

  static LayerStyle style(Classification classification, String column) {
    return new LayerStyle("用地用海分类", column, classification.classes().stream()
        .map(each -> new LayerStyle.Rule(each.code(), each.code() + " " + each.name(), each.color())).toList());
  }

  @Override
  public PlotFields plots() {
    int code = fields.placeOf("land_use");
    int name = fields.placeOf("location");
    return code < 0 ? null : new PlotFields(fields.placeOf("id"), name, fields.placeOf("land_use_name"), code);
  }

  @Override
  public Rows rows(boolean shapes) {
    return new StoredRows(store.features(snapshot, selection.query()), selection.test());
  }

  private final class StoredRows implements Rows {
    private final FeatureCursor cursor;
    private final Selection.Test test;
    private Feature next;

    StoredRows(FeatureCursor cursor, Selection.Test test) {
      this.cursor = cursor;
      this.test = test;
      advance();
    }

    private void advance() {
      next = null;
      while (next == null && cursor.hasNext()) {
        Feature row = cursor.next();
        next = test.accepts(row) ? row : null;
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      Row row = new Row(next.geometry(), fields.values(next.attributes(), next.extra()));
      advance();
      return row;
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
