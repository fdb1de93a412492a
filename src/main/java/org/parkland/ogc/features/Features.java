package org.parkland.ogc.features;

import java.util.List;
import org.parkland.land.Words;
import org.parkland.ogc.http.Dictionary;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.items.FeatureSet;

/** The collections on offer, and their words. */
public record Features(List<FeatureSet> all, Dictionary words) {
  /** @throws OgcProblem if there is none with that id */
  public FeatureSet find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> OgcProblem.notFound(
        "there is no collection '" + id + "'; those are: " + String.join(", ", all.stream().map(FeatureSet::id).toList())));
  }

  /** Those that have data; an empty layer is there, but not on the list. */
  public List<FeatureSet> listed() {
    return all.stream().filter(each -> !each.days().isEmpty()).toList();
  }

  public String title(FeatureSet set, OgcRequest request) {
    return words.word("collection." + set.id(), request.english());
  }

  public String description(FeatureSet set, OgcRequest request) {
    return words.word("collection." + set.id() + ".text", request.english());
  }

  public Words titles(FeatureSet set) {
    return words.words("collection." + set.id());
  }
}
