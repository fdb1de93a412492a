package org.parkland.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.JudgedParcel;
import org.parkland.analysis.SiteJson;
import org.parkland.analysis.SiteQuery;
import org.parkland.analysis.SiteStudy;
import org.parkland.idle.IdleCase;
import org.parkland.idle.Ranking.Part;
import org.parkland.idle.Ranking.Place;
import org.parkland.idle.Reuse.Suggestion;
import org.parkland.land.RankingPolicy;
import org.parkland.land.Words;

/**
 * A list as keys of headings and rows by key; areas m².
 *
 * @param titles what columns are headed by where the headings do not say, by key
 */
public record ListTable(List<String> columns, List<Map<String, Object>> rows, Map<String, Words> titles) {
  private static final double MU_M2 = 2000.0 / 3;
  private static final List<String> IDLE = List.of("parcel", "location", "holder", "landUse", "areaM2", "areaMu",
      "status", "clause", "dueOn", "daysOverdue", "nextOn", "track", "treatment", "feeEstimateWan", "inefficient",
      "missing");

  /** The register of idle and inefficient land, suspicions first. */
  public static ListTable idle(IdleRegister register, String unit, boolean english) {
    return new ListTable(IDLE, register.file().view(register.in(unit), each -> idle(each, english)), Map.of());
  }

  private static Map<String, Object> idle(JudgedParcel entry, boolean english) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("parcel", entry.parcel().id());
    row.put("location", entry.parcel().text("location"));
    row.put("holder", entry.parcel().text("holder"));
    row.put("landUse", entry.parcel().landUse());
    row.put("areaM2", entry.areaM2());
    row.put("areaMu", entry.areaM2() / MU_M2);
    if (entry.standing() != null) {
      standing(row, entry.standing(), english);
    }
    if (entry.inefficient() != null) {
      row.put("inefficient", word(entry.inefficient().word(), english));
    }
    return row;
  }

  private static void standing(Map<String, Object> row, IdleCase standing, boolean english) {
    row.put("status", word(standing.word(), english));
    row.put("clause", standing.clause());
    row.put("dueOn", standing.clock().dueOn());
    row.put("daysOverdue", standing.daysOverdue());
    row.put("nextOn", standing.clock().nextOn());
    row.put("track", word(standing.treatment().trackTitle(), english));
    row.put("treatment", word(standing.treatment().text(), english));
    row.put("feeEstimateWan", standing.treatment().feeWan());
    row.put("missing", standing.missing().isEmpty() ? null : standing.missing().stream()
        .map(each -> word(each, english)).collect(Collectors.joining(english ? "; " : "、")));
  }

  private static String word(Words words, boolean english) {
    return words == null ? null : english ? words.en() : words.zh();
  }

  /**
   * The usable sites, ranked.
   *
   * @param weights by criterion; those not named keep the policy's own
   */
  public static ListTable candidates(SiteStudy study, String unit, Map<String, Double> weights, boolean english) {
    SiteQuery query = new SiteQuery(unit, study.policies().funnel(), weights);
    List<String> columns = new ArrayList<>(List.of("rank", "parcel", "location", "holder", "landUse", "areaM2", "areaMu",
        "status", "score", "stability"));
    Map<String, Words> titles = new LinkedHashMap<>();
    for (RankingPolicy.Criterion each : study.policies().ranking().criteria()) {
      columns.add(each.key());
      titles.put(each.key(), new Words(each.title().zh() + "（分）", each.title().en() + " (points)"));
    }
    columns.addAll(List.of("way", "reason"));
    var ranking = study.ranking(query);
    return new ListTable(columns, ranking.page(0, ranking.size()).stream()
        .map(each -> candidate(study, each, english)).toList(), titles);
  }

  private static Map<String, Object> candidate(SiteStudy study, Place place, boolean english) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("rank", (long) place.rank());
    row.put("parcel", place.site().parcel());
    row.put("location", study.location(place.site()));
    row.put("holder", place.site().supply().holder());
    row.put("landUse", place.site().supply().landUse());
    row.put("areaM2", place.site().areaM2());
    row.put("areaMu", place.site().areaM2() / MU_M2);
    row.put("status", word(SiteJson.status(place.site()), english));
    row.put("score", place.score());
    row.put("stability", place.stability());
    for (Part part : place.parts()) {
      row.put(part.key(), part.points());
    }
    List<Suggestion> ways = study.reuse().of(place.site());
    row.put("way", ways.isEmpty() ? null : word(ways.get(0).way().title(), english));
    row.put("reason", ways.isEmpty() ? null : word(ways.get(0).reason(), english));
    return row;
  }

  /** A value of a report as the type of its column has it. */
  static Object typed(Object value, org.parkland.land.Heading.Type type) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case TEXT -> value.toString();
      case DATE -> value instanceof LocalDate ? value : LocalDate.parse(value.toString());
      case INTEGER -> ((Number) value).longValue();
      case NUMBER, AREA, SHARE -> ((Number) value).doubleValue();
      case FLAG -> value;
    };
  }
}
