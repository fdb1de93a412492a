package org.parkland.analysis;

import java.time.LocalDate;
import org.parkland.land.Feature;

/**
 * A plain reading of the law (idle.md, 1 and 4) for any day, written apart from the ladder to judge it: the status of
 * a parcel whose work is free of contradiction. A date of signing after the data proves nothing.
 */
record DayJudge(LocalDate asOf, LocalDate today) {
  String status(Feature parcel) {
    if (parcel.attributes().get("contract_no") == null || isLater(parcel, "signed_on")) {
      return "未供";
    }
    if (happened(parcel, "completed_on")) {
      return "已竣工";
    }
    if (happened(parcel, "stopped_on")) {
      return stopped(parcel);
    }
    return happened(parcel, "started_on") ? building(parcel) : notStarted(parcel);
  }

  private String stopped(Feature parcel) {
    if (today.isBefore(parcel.date("stopped_on").plusYears(1))) {
      return "停工不足一年";
    }
    Double developed = share(parcel, "developed_area_m2", "area_to_develop_m2");
    Double invested = share(parcel, "invested_wan", "total_investment_wan");
    if (developed != null && developed * 3 < 1 || invested != null && invested * 4 < 1) {
      return "疑似闲置(停工)";
    }
    return developed == null || invested == null ? "资料不足" : building(parcel);
  }

  private String building(Feature parcel) {
    LocalDate due = parcel.date("completion_agreed_on");
    return due != null && today.isAfter(due) ? "逾期未竣工" : "在建";
  }

  private String notStarted(Feature parcel) {
    LocalDate due = due(parcel);
    if (due == null) {
      return "资料不足";
    }
    if (today.isBefore(due)) {
      return "已供未到期";
    }
    if (today.isBefore(due.plusYears(1))) {
      return "逾期未动工";
    }
    return today.isBefore(due.plusYears(2)) ? "疑似闲置(满一年)" : "疑似闲置(满两年)";
  }

  private static LocalDate due(Feature parcel) {
    if (parcel.date("extended_start_on") != null) {
      return parcel.date("extended_start_on");
    }
    if (parcel.date("start_agreed_on") != null) {
      return parcel.date("start_agreed_on");
    }
    LocalDate from = parcel.date("handover_actual_on") != null ? parcel.date("handover_actual_on")
        : parcel.date("approved_on");
    return from == null ? null : from.plusYears(1);
  }

  private boolean happened(Feature parcel, String event) {
    return parcel.date(event) != null && !isLater(parcel, event);
  }

  private boolean isLater(Feature parcel, String event) {
    LocalDate date = parcel.date(event);
    return date != null && !date.isAfter(asOf) && date.isAfter(today);
  }

  private static Double share(Feature parcel, String part, String whole) {
    Double done = parcel.number(part);
    Double total = parcel.number(whole);
    return done == null || total == null || total == 0 ? null : Double.valueOf(done / total);
  }
}
