package org.parkland.land;

import java.util.List;
import java.util.Optional;

/** The attributes of a kind of layer, in the order in which they are stored and shown. */
public record Schema(LayerKind kind, List<Attribute> attributes) {
  public Optional<Attribute> find(String name) {
    return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
