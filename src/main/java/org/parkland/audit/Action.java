package org.parkland.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is written down. */
public enum Action {
  IMPORT, WITHDRAW, CORRECT, SCENARIO_SAVE, SCENARIO_WITHDRAW, EXPORT, PRINT, REPORT, BACKUP, RESTORE,
  LOG_IN, LOG_IN_REFUSED, LOG_OUT, ACCOUNT_ADD, ACCOUNT_CHANGE, ACCOUNT_REMOVE, TOKEN_ADD, TOKEN_REVOKE;

  /** As it stands in entries, options and answers: lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Action> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
