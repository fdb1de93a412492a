package org.parkland.ogc;

import java.util.ArrayList;
import java.util.List;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.land.Attribute;
import org.parkland.land.LayerKind;
import org.parkland.land.Words;
import org.parkland.ogc.http.Dictionary;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.items.FindingSet;
import org.parkland.ogc.items.PieceSet;
import org.parkland.ogc.items.StoredLayer;

/** The collections of a workspace. What another part of Parkland draws up joins them as one more {@link FeatureSet}. */
final class Catalogue {
  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final Dictionary words;

  Catalogue(Workspace workspace, LandAnalysis analysis, Dictionary words) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.words = words;
  }

  List<FeatureSet> sets() {
    StoredLayer parcels = layer("parcels", LayerKind.PARCELS);
    List<FeatureSet> sets = new ArrayList<>(List.of(parcels, layer("zoning", LayerKind.ZONING),
        layer("units", LayerKind.UNITS), pieces(parcels), layer("protection", LayerKind.PROTECTION),
        layer("constraints", LayerKind.CONSTRAINT), layer("approvals", LayerKind.APPROVAL),
        layer("reference", LayerKind.REFERENCE)));
    JudgedLand judged = new JudgedLand(workspace, analysis, this::attribute);
    sets.add(judged.idleCases());
    sets.add(judged.candidates());
    sets.add(new FindingSet(workspace.store(), workspace.standards().findings(), this::attribute));
    sets.add(new ScenarioLayer(analysis.scenarios()).set(this::attribute));
    return sets;
  }

  private StoredLayer layer(String id, LayerKind kind) {
    return new StoredLayer(id, kind, workspace.store(), workspace.standards().schema(kind),
        List.of(attribute("layer", Attribute.Type.TEXT), attribute("as_of", Attribute.Type.DATE)));
  }

  private PieceSet pieces(StoredLayer parcels) {
    return new PieceSet(parcels, analysis.pieces(), PieceSet.NAMES.stream().map(this::piece).toList());
  }

  private Attribute piece(String name) {
    return attribute(name, switch (name) {
      case "area_m2" -> Attribute.Type.AREA;
      case "share" -> Attribute.Type.NUMBER;
      case "as_of" -> Attribute.Type.DATE;
      case "land_use" -> Attribute.Type.CLASS;
      default -> Attribute.Type.TEXT;
    });
  }

  /** One of our own, labelled by the dictionary. */
  Attribute attribute(String name, Attribute.Type type) {
    Words label = words.words("attribute." + name);
    return new Attribute(name, type, false, false, null, label.zh(), label.en(), List.of());
  }
}
