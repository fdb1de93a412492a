package org.parkland.access;

import java.util.Locale;

/** What somebody may do, from least to most: each role may do what those before it may. */
public enum Role {
  /** Looks at maps and figures. */
  VIEWER,
  /** Also lays out scenarios, corrects facts and takes data away as files. */
  PLANNER,
  /** Also imports and withdraws data, and keeps accounts and policies. */
  ADMIN;

  /** Whether whoever has this role may do what needs the other. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** As it is written in files, options and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
