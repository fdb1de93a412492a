package org.parkland.ingest;

/** One delivered code: how it was read, on how many rows, with how much land. */
final class DeliveredUse {
  final long firstRow;
  final CodeReader.Reading reading;
  long rows;
  double areaM2;

  DeliveredUse(long firstRow, CodeReader.Reading reading) {
    this.firstRow = firstRow;
    this.reading = reading;
  }
}
