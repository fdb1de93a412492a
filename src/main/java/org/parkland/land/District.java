package org.parkland.land;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A district as its pack describes it.
 *
 * @param code administrative code (440704)
 * @param synthetic whether the pack's layers are made up, which every screen must say
 * @param policy name of the red-line policy that applies unless another is asked for
 * @param quota new construction land per year, or null where the pack names none
 * @param layers the files of the pack, in the order in which they are imported
 */
public record District(
    String code,
    String name,
    String nameEn,
    boolean synthetic,
    String note,
    String noteEn,
    String policy,
    Quota quota,
    List<Layer> layers) {

  /**
   * Yearly plan of new construction land (新增建设用地年度计划指标).
   *
   * @param unit id of the unit it is for
   * @param yearsM2 calendar year → m²
   */
  public record Quota(String unit, Map<Integer, Double> yearsM2, String source) {
    /**
     * What the plan allows from the day after one day to another, m²; years are shared out by days. Null if a year
     * is not planned.
     */
    public Double betweenM2(LocalDate from, LocalDate to) {
      double sumM2 = 0;
      for (LocalDate start = from.plusDays(1); !start.isAfter(to); start = start.withDayOfYear(1).plusYears(1)) {
        Double yearM2 = yearsM2.get(start.getYear());
        if (yearM2 == null) {
          return null;
        }
        LocalDate end = start.withDayOfYear(start.lengthOfYear());
        long days = 1 + ChronoUnit.DAYS.between(start, end.isBefore(to) ? end : to);
        sumM2 += yearM2 * days / start.lengthOfYear();
      }
      return sumM2;
    }
  }

  /**
   * A file of the pack.
   *
   * @param layer the layer to take where the file holds several, or null
   * @param name tells layers of one kind apart, or null
   * @param asOf the day it describes
   */
  public record Layer(Path file, LayerKind kind, String layer, String name, LocalDate asOf) {}
}
