package org.parkland.export;

import java.util.Iterator;
import java.util.List;
import org.parkland.analysis.ScenarioLand;
import org.parkland.geometry.Crs;
import org.parkland.land.Classification;
import org.parkland.sink.Column;
import org.parkland.sink.LayerStyle;

/** What a scenario touches, before and after, as a layer. */
public final class ScenarioContent implements Content {
  private static final List<Field> FIELDS = List.of(
      new Field("id", "ZDDM", Column.Type.TEXT, "宗地代码"), new Field("layer", "ZTAI", Column.Type.TEXT, "现状或规划"),
      new Field("stage", "JIEDUAN", Column.Type.TEXT, "调整前或后"), new Field("land_use", "DLDM", Column.Type.TEXT, "地类代码"),
      new Field("class_name", "DLMC", Column.Type.TEXT, "地类名称"), new Field("area_m2", "MJ", Column.Type.DECIMAL, "面积（m²）"),
      new Field("changes", "BGXM", Column.Type.TEXT, "变更"));
  private static final PlotFields PLOTS = new PlotFields(0, 2, 4, 3);

  private final String title;
  private final ScenarioLand land;
  private final Classification classification;

  /** @param title fit for the name of a file */
  public ScenarioContent(String title, ScenarioLand land, Classification classification) {
    this.title = title;
    this.land = land;
    this.classification = classification;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Crs crs() {
    return land.crs();
  }

  @Override
  public boolean isPolygonal() {
    return true;
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public long count() {
    return land.rows().size();
  }

  @Override
  public LayerStyle style() {
    return LayerContent.style(classification, "land_use");
  }

  @Override
  public PlotFields plots() {
    return PLOTS;
  }

  @Override
  public Rows rows(boolean shapes) {
    Iterator<ScenarioLand.Row> rows = land.rows().iterator();
    return Rows.of(rows, each -> new Row(each.shape(), new Object[] {each.parcel(), each.state().word(), each.stage(),
        each.landUse(), each.className(), each.areaM2(), each.changes()}));
  }
}
