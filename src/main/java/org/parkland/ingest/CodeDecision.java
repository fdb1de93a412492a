package org.parkland.ingest;

import java.io.Serializable;
import java.util.List;
import org.parkland.land.CodeScheme;
import org.parkland.land.CodeSchemes;

/**
 * In which scheme the codes of a layer are, as it was decided for the whole of it: its parts, read apart, must not
 * each decide by their own first rows.
 *
 * @param scheme id
 * @param rivals ids of schemes that nothing tells apart from it
 */
public record CodeDecision(String scheme, List<String> rivals) implements Serializable {
  /** Codes of the classification itself, as they are stored. */
  public static CodeDecision stored(CodeSchemes schemes) {
    return new CodeDecision(schemes.stored().id(), List.of());
  }

  static CodeDecision of(SchemeDecision decision) {
    return new CodeDecision(decision.scheme().id(), decision.rivals().stream().map(CodeScheme::id).toList());
  }

  SchemeDecision in(CodeSchemes schemes) {
    CodeScheme found = schemes.find(scheme).orElseThrow();
    return new SchemeDecision(found, rivals.stream().map(each -> schemes.find(each).orElseThrow()).toList(), found, 1, null);
  }
}
