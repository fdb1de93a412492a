package org.parkland.report;

/** A part of the report. */
@FunctionalInterface
interface Section {
  void write(Draft draft);
}
