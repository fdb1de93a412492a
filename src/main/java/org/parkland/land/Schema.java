package org.parkland.land;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes of a kind of layer, in the order in which they are stored and shown.
 *
 * @param hidden attributes that are not shown to whoever asks; they have names all the same
 */
public record Schema(LayerKind kind, List<Attribute> attributes, List<Attribute> hidden) {
  public Schema(LayerKind kind, List<Attribute> attributes) {
    this(kind, attributes, List.of());
  }

  public Optional<Attribute> find(String name) {
    return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** As {@link #find}, for telling what is meant by a name, whether its values are shown or not. */
  public Optional<Attribute> named(String name) {
    return Stream.concat(attributes.stream(), hidden.stream()).filter(each -> each.name().equals(name)).findFirst();
  }
}
