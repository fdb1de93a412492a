package org.parkland.analysis;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.Words;

/** How many parcels stand on each rung of the ladder, and how much land: the JSON of the API. */
public final class IdleCounts {
  private IdleCounts() {}

  /** In one pass, because a large district has hundreds of thousands of entries. */
  public static List<Map<String, Object>> of(IdleRegister register, List<IdleRegister.Entry> entries) {
    Map<IdleStatus, DoubleSummaryStatistics> areasM2 = new EnumMap<>(IdleStatus.class);
    DoubleSummaryStatistics inefficientM2 = new DoubleSummaryStatistics();
    for (IdleRegister.Entry entry : entries) {
      if (entry.status() != null) {
        areasM2.computeIfAbsent(entry.status(), status -> new DoubleSummaryStatistics()).accept(entry.areaM2());
      }
      if (entry.isInefficient()) {
        inefficientM2.accept(entry.areaM2());
      }
    }
    List<Map<String, Object>> counts = new ArrayList<>();
    register.report().policy().ladder().forEach((status, rung) -> counts.add(count(rung.word(), status.isSuspected(),
        areasM2.getOrDefault(status, new DoubleSummaryStatistics()))));
    if (inefficientM2.getCount() > 0) {
      Words word = register.file().inefficient().words().get(InefficientPolicy.Result.SUSPECTED);
      counts.add(count(word, true, inefficientM2));
    }
    return counts;
  }

  private static Map<String, Object> count(Words word, boolean suspected, DoubleSummaryStatistics areasM2) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", word.zh());
    answer.put("statusEn", word.en());
    answer.put("suspected", suspected);
    answer.put("count", areasM2.getCount());
    answer.put("areaM2", areasM2.getSum());
    return answer;
  }
}
