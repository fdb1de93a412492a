package org.parkland.analysis;

import java.util.List;

/** The reports that can be drawn, each with what it may be asked by. */
public enum Report {
  /** The national structure table of every unit. */
  STRUCTURE("asOf", "state", "area", "unit"),
  /** Which class becomes which by the plan, and where. */
  CHANGES("asOf", "area", "unit", "by", "level"),
  /** Computed, registered and approved area, with adjustment to a control area on demand. */
  RECONCILIATION("asOf", "area", "unit", "control"),
  /** What stands or is planned inside the protection line. */
  PROTECTION("asOf", "state", "area"),
  /** 一园一策: every park's land, what it yields, what may come next. */
  PARKS("asOf", "area"),
  /** What changed between two days, parcel by parcel. */
  LEDGER("from", "to", "unit", "policy", "area"),
  /** Why two policies answer differently. */
  POLICIES("asOf", "state", "area", "unit", "a", "b"),
  /** The red line and construction land of every day there are parcels for. */
  TREND("area", "unit", "policy");

  private final List<String> parameters;

  Report(String... parameters) {
    this.parameters = List.of(parameters);
  }

  /** Names of the parameters it takes; others are refused. */
  public List<String> parameters() {
    return parameters;
  }

  /** The word of the command line and of the API's routes. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
