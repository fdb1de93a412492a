package org.parkland.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.parkland.idle.IdleReport;
import org.parkland.idle.IdleReport.Total;
import org.parkland.land.IdleStatus;
import org.parkland.land.Snapshot;
import org.parkland.land.Words;

/**
 * Approved and not supplied (批而未供) and supplied and not used (供而未用) on a day. All areas are on the ellipsoid.
 *
 * @param idle the ladder of the same day
 * @param overlay null where there is no approval layer: then nothing was computed, which is not 0
 */
public record StockReport(IdleReport idle, Overlay overlay) {
  /** Why there are no figures. */
  public static final Words NO_LAYER = new Words("没有批准用地图层，批而未供未作叠加计算；用 import --as approval 导入后再查",
      "There is no approval layer, so approved minus supplied is not computed; import one with --as approval");

  /**
   * Approvals laid over supplied parcels.
   *
   * @param approvals in force on the day, by number
   * @param later approvals of the layer that are dated after the day, left out
   * @param overlapM2 land that several approvals claim, which counts in each of them and in the totals
   */
  public record Overlay(Snapshot layer, List<Approval> approvals, int later, double overlapM2) {
    public double approvedM2() {
      return sum(Approval::approvedM2);
    }

    public double suppliedM2() {
      return sum(Approval::suppliedM2);
    }

    public double notSuppliedM2() {
      return sum(Approval::notSuppliedM2);
    }

    private double sum(ToDoubleFunction<Approval> areaM2) {
      return approvals.stream().mapToDouble(areaM2).sum();
    }

    private Map<String, Object> totals() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("approvals", approvals.size());
      json.put("undated", approvals.stream().filter(each -> each.approvedOn() == null).count());
      json.put("later", later);
      json.put("approvedM2", approvedM2());
      json.put("suppliedM2", suppliedM2());
      json.put("notSuppliedM2", notSuppliedM2());
      json.put("overlapM2", overlapM2);
      return json;
    }

    private Map<String, Object> source() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("snapshot", layer.id());
      json.put("asOf", layer.asOf().toString());
      json.put("source", layer.source());
      return json;
    }
  }

  /**
   * One approval: all rows of its number together.
   *
   * @param approvedOn null where no date was delivered; it then counts as in force
   * @param statedM2 area as delivered; null where not delivered, or where several rows leave open what it is of
   * @param approvedM2 computed area; equals supplied plus not supplied
   */
  public record Approval(String id, String name, LocalDate approvedOn, Double statedM2, double approvedM2,
      double suppliedM2, double notSuppliedM2) {
    /** Keys in their order, null where there is nothing. */
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("approval", id);
      json.put("name", name);
      json.put("approvedOn", approvedOn == null ? null : approvedOn.toString());
      json.put("statedM2", statedM2);
      json.put("approvedM2", approvedM2);
      json.put("suppliedM2", suppliedM2);
      json.put("notSuppliedM2", notSuppliedM2);
      return json;
    }
  }

  /** Empty where there is no approval layer. */
  public Optional<Overlay> computed() {
    return Optional.ofNullable(overlay);
  }

  /** Parcels that carry an approval and no contract or decision: what the parcels alone say. */
  public Total notSuppliedRung() {
    return idle.totals().stream().filter(each -> each.status() == IdleStatus.NOT_SUPPLIED).findFirst().orElseThrow();
  }

  /** As the command line and the API print it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", idle.asOf().toString());
    json.put("today", idle.today().toString());
    json.put("computed", overlay != null);
    json.put("reason", overlay != null ? null : NO_LAYER.zh());
    json.put("reasonEn", overlay != null ? null : NO_LAYER.en());
    json.put("layer", computed().map(Overlay::source).orElse(null));
    json.put("totals", computed().map(Overlay::totals).orElse(null));
    json.put("approvals", computed().map(each -> each.approvals().stream().map(Approval::json).toList()).orElse(null));
    json.put("notSuppliedParcels", rung(notSuppliedRung()));
    json.put("suppliedUnusedM2", idle.suppliedUnusedM2());
    return json;
  }

  private static Map<String, Object> rung(Total total) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", total.word().zh());
    json.put("statusEn", total.word().en());
    json.put("count", total.count());
    json.put("areaM2", total.areaM2());
    return json;
  }
}
