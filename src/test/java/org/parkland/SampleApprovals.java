package org.parkland;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Approvals over the sample district, in degrees: one of two plots that meet, one that laps over the first, one
 * without a date, and one dated after the sample's day.
 */
public final class SampleApprovals {
  private SampleApprovals() {}

  /** Writes them to a GeoJSON file. */
  public static Path write(Path file) throws IOException {
    String text = "{\"type\":\"FeatureCollection\",\"features\":["
        + String.join(",",
            row("粤府土审〔2015〕1号", "2015-06-01", 113.11, 22.56, 0.012, 0.012),
            row("粤府土审〔2015〕1号", "2015-06-01", 113.122, 22.56, 0.006, 0.009),
            row("粤府土审〔2022〕7号", "2022-03-01", 113.115, 22.565, 0.02, 0.012),
            row("江府批3号", null, 113.15, 22.57, 0.01, 0.01),
            row("粤府土审〔2026〕2号", "2026-02-01", 113.09, 22.56, 0.01, 0.01)) + "]}";
    return Files.writeString(file, text);
  }

  private static String row(String id, String date, double west, double south, double width, double height) {
    double east = west + width;
    double north = south + height;
    String ring = String.format("[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]", west, south, east, south, east, north,
        west, north, west, south);
    return String.format("{\"type\":\"Feature\",\"properties\":{\"PZWH\":\"%s\",\"PZRQ\":%s,\"PZMJ\":1000},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}", id, date == null ? null : '"' + date + '"', ring);
  }
}
