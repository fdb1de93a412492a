package org.parkland.idle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parkland.land.Feature;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdlePolicy.DateOrder;
import org.parkland.land.Words;

/**
 * What is known about one parcel on one day.
 *
 * <p>A date that contradicts another, or an event later than the data themselves, is distrusted and counts as
 * missing. An event later than the day asked for had not happened on it.
 */
final class Facts {
  private final Feature parcel;
  private final IdlePolicy policy;
  private final Labels labels;
  private final LocalDate asOf;
  private final LocalDate today;
  private final Set<String> distrusted = new LinkedHashSet<>();
  private final List<Words> conflicts = new ArrayList<>();

  Facts(Feature parcel, IdlePolicy policy, Labels labels, LocalDate asOf, LocalDate today) {
    this.parcel = parcel;
    this.policy = policy;
    this.labels = labels;
    this.asOf = asOf;
    this.today = today;
    policy.scope().events().forEach(this::checkNotAfterData);
    policy.orders().forEach(this::checkOrder);
  }

  private void checkNotAfterData(String event) {
    LocalDate date = parcel.date(event);
    if (date != null && date.isAfter(asOf)) {
      distrusted.add(event);
      conflicts.add(new Words(
          labels.zh(event) + " " + date + " 晚于资料日期 " + asOf + "，不能作为已发生的证据",
          labels.en(event) + " " + date + " is later than the data (" + asOf + ") and proves nothing"));
    }
  }

  private void checkOrder(DateOrder order) {
    LocalDate earlier = parcel.date(order.earlier());
    LocalDate later = parcel.date(order.later());
    if (earlier != null && later != null && later.isBefore(earlier)) {
      distrusted.addAll(order.distrust());
      conflicts.add(new Words(
          "日期矛盾：" + labels.zh(order.later()) + " " + later + " 早于 " + labels.zh(order.earlier()) + " "
              + earlier + "，按缺少证据处理",
          "Contradictory dates: " + labels.en(order.later()) + " " + later + " is before "
              + labels.en(order.earlier()) + " " + earlier + "; counted as missing"));
    }
  }

  /** Whether the parcel carries anything that makes it supplied or approved land. */
  static boolean inScope(Feature parcel, IdlePolicy policy) {
    return anyDelivered(parcel, policy.scope().supplied()) || anyDelivered(parcel, policy.scope().approved());
  }

  private static boolean anyDelivered(Feature parcel, List<String> attributes) {
    return attributes.stream().anyMatch(name -> isDelivered(parcel, name));
  }

  private static boolean isDelivered(Feature parcel, String name) {
    Object value = parcel.attributes().get(name);
    return value != null && !value.toString().isBlank();
  }

  boolean isSupplied() {
    return anyDelivered(parcel, policy.scope().supplied()) && !isLater("signed_on");
  }

  boolean isDelivered(String name) {
    return isDelivered(parcel, name);
  }

  boolean isDistrusted(String name) {
    return distrusted.contains(name);
  }

  /** Whether a date is good, but lies after the day asked for. */
  boolean isLater(String name) {
    LocalDate date = parcel.date(name);
    return date != null && !isDistrusted(name) && date.isAfter(today);
  }

  /** A date of the contract, or null if it is missing or distrusted. */
  LocalDate agreed(String name) {
    return isDistrusted(name) ? null : parcel.date(name);
  }

  /** The day of an event, or null if it is missing, distrusted or had not happened yet. */
  LocalDate event(String name) {
    return isLater(name) ? null : agreed(name);
  }

  /** A figure, or null if it is missing, negative or no finite number. */
  Double figure(String name) {
    Double value = parcel.number(name);
    return value == null || !Double.isFinite(value) || value < 0 ? null : value;
  }

  String text(String name) {
    return isDelivered(name) ? parcel.text(name).trim() : null;
  }

  Boolean flag(String name) {
    return parcel.flag(name);
  }

  Set<String> distrusted() {
    return distrusted;
  }

  List<Words> conflicts() {
    return conflicts;
  }

  LocalDate asOf() {
    return asOf;
  }

  LocalDate today() {
    return today;
  }
}
