package org.parkland.store;

import java.util.List;

/**
 * What a row must satisfy to be streamed, in terms a database can judge by itself. A row whose attribute is not
 * delivered satisfies neither a comparison nor its negation.
 */
public sealed interface Condition {
  /** How an attribute stands to a value. Text is compared by code points. */
  enum Relation {
    EQUAL("="), NOT_EQUAL("<>"), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** All of them; true if there are none. */
  record AllOf(List<Condition> parts) implements Condition {}

  /** At least one of them. */
  record AnyOf(List<Condition> parts) implements Condition {}

  record Not(Condition inner) implements Condition {}

  /** @param value of the type that the attribute has: String, Double, Boolean or LocalDate */
  record Compare(String attribute, Relation relation, Object value) implements Condition {}

  /** The attribute is one of the values. */
  record OneOf(String attribute, List<?> values) implements Condition {}

  /** The row is one of these, by its {@linkplain FeatureCursor#key() key}; a few hundred at most. */
  record RowIn(List<Long> keys) implements Condition {}

  /** The attribute is not delivered. */
  record Missing(String attribute) implements Condition {}
}
