package org.parkland.cli;

/** How a command prints its result. */
enum Format {
  TEXT, JSON, CSV,
  /** A formatted workbook, which needs {@code --out}. */
  XLSX
}
