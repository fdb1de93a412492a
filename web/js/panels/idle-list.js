/**
 * The list of idle and inefficient land: how many in each status, what is due soon, and the cases, the map in step.
 */
import { may } from "../account.js";
import * as api from "../api.js";
import { h, replaceKeepingFocus } from "../dom.js";
import { formatArea, formatDate, formatNumber } from "../format.js";
import { comma, language, nameOf, t } from "../i18n.js";
import { both } from "./idle-site.js";
import { fieldLabel } from "../fields.js";
import { OPEN, byUrgency, isSettled, slicesOf, statusName } from "../idle-ladder.js";
import { empty, failed, latest } from "./feedback.js";
import { IDLE, loading } from "./progress.js";
import { exportMenu } from "./export-menu.js";
import { pager } from "./pager.js";

const PAGE = 20;

/** @param {object} app @param {HTMLElement} panel @returns {import("./idle.js").IdleView} */
export function createIdleList(app, panel) {
  const newest = latest();
  let answer = null;
  let offset = 0;

  async function load() {
    if (!answer) {
      panel.replaceChildren(loading(12, IDLE));
    }
    try {
      const found = await newest((signal) => readPage(app.view.get(), offset, signal));
      if (found) {
        answer = found;
        draw();
      }
    } catch (failure) {
      answer = null;
      panel.replaceChildren(failed(failure, load));
    }
  }

  function turn(step) {
    offset = Math.max(0, offset + step * PAGE);
    panel.parentElement.scrollTop = 0;
    load();
  }

  function draw() {
    if (!answer) {
      return;
    }
    replaceKeepingFocus(panel,
      h("p", { class: "soft", text: t("idle.today", { date: formatDate(answer.today, language()) }) }),
      statusTable(answer.statuses, app),
      alarmBlock(answer.alarms, app),
      answer.cases.length ? caseList(answer.cases, app) : empty(t("idle.empty")),
      pager(offset, PAGE, answer.total, turn),
      exportMenu({ what: "idle", workbook: "idle", list: true, query: { asOf: app.view.get().asOf, unit: app.view.get().unit } }));
  }

  return { load, draw, restart: () => { offset = 0; } };
}

/** One page of the chosen status, or of all that is open: those lie end to end, the suspected first. */
async function readPage({ asOf, unit, idle: chosen }, offset, signal) {
  const [overview, alarms] = await Promise.all([
    api.idle({ asOf, unit, limit: 1, offset: 0 }, signal), api.alarms({ asOf, unit, limit: 100 }, signal)]);
  /** @type {Array<{status: string, statusEn?: string, suspected?: boolean, count: number, areaM2: number}>} */
  const delivered = overview.statuses;
  const statuses = byUrgency(delivered);
  const listed = statuses.filter(({ status }) => (chosen === OPEN ? !isSettled(status) : status === chosen));
  const pages = await Promise.all(slicesOf(listed, offset, PAGE).map((slice) =>
    api.idle({ asOf, unit, status: slice.status, limit: slice.limit, offset: slice.offset }, signal)
      .then(({ cases }) => cases.map((one) => ({ ...one, listedAs: slice.status })))));
  return {
    today: overview.today, alarms, statuses, cases: pages.flat(),
    total: listed.reduce((sum, { count }) => sum + count, 0),
  };
}

function alarmBlock(alarms, app) {
  const { asOf, unit } = app.view.get();
  const word = (alarm, key) => statusName({ status: alarm[key], statusEn: alarm[`${key}En`] });
  return h("details", { class: "alarms" },
    h("summary", { text: t("alarms.summary", { days: alarms.days, count: formatNumber(alarms.total) }) }),
    may("planner") && h("p", {}, h("a", { href: api.calendarUrl({ asOf, unit }), download: "idle-alarms.ics", text: t("alarms.calendar") })),
    h("ul", {}, alarms.alarms.map((alarm) => h("li", {}, h("button", {
      type: "button", class: "case", dataset: { key: `alarm-${alarm.parcel}-${alarm.on}` },
      on: { click: () => app.openParcel(alarm.parcel, alarm.bounds) },
    }, h("span", { class: "case-head" }, h("span", { text: `${word(alarm, "from")} → ${word(alarm, "to")}` }),
      h("span", { class: "num", text: formatDate(alarm.on, language()) })),
    h("span", { class: "case-line soft" }, h("span", { class: "code", text: alarm.parcel }),
      h("span", { text: t("alarms.daysLeft", { days: alarm.daysLeft }) })))))));
}

function statusTable(statuses, app) {
  const chosen = app.view.get().idle;
  const unit = app.prefs.get().areaUnit;
  const open = statuses.filter(({ status }) => !isSettled(status));
  const sum = (key) => open.reduce((total, entry) => total + entry[key], 0);
  const widest = Math.max(1, ...open.map((entry) => entry.areaM2));
  const row = (status, entry, name) => h("tr", { class: `${chosen === status ? "is-focus" : ""} ${isSettled(status) ? "is-settled" : ""}` },
    h("th", { scope: "row" }, h("button", {
      type: "button", class: "link", "aria-pressed": String(chosen === status), dataset: { key: `status-${status ?? ""}` },
      text: name, on: { click: () => app.view.set({ idle: status }) },
    })),
    h("td", { class: "bar-cell", "aria-hidden": "true" }, status === OPEN || isSettled(status) ? null
      : h("span", { class: `amount-bar ${entry.suspected ? "is-suspected" : ""}`, style: { width: `${(entry.areaM2 / widest) * 100}%` } })),
    h("td", { class: "num", text: formatNumber(entry.count) }),
    h("td", { class: "num", text: formatArea(entry.areaM2, unit) }));
  return h("table", { class: "table statuses" },
    h("caption", { class: "sr-only", text: t("idle.statuses") }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("idle.statusHead") }), h("td"),
      h("th", { scope: "col", class: "num", text: t("idle.count") }),
      h("th", { scope: "col", class: "num", text: t(`unit.${unit}`) }))),
    h("tbody", {}, row(OPEN, { count: sum("count"), areaM2: sum("areaM2") }, t("idle.open")),
      statuses.map((entry) => row(entry.status, entry, statusName(entry)))));
}

function caseList(cases, app) {
  return h("ol", { class: "cases" }, cases.map((one) => h("li", {},
    h("button", {
      type: "button", class: `case ${app.view.get().parcel === one.parcel ? "is-focus" : ""}`,
      dataset: { testid: "idle-row", key: `case-${one.parcel}` },
      "aria-current": app.view.get().parcel === one.parcel ? "true" : null,
      on: { click: () => app.openParcel(one.parcel, one.bounds) },
    }, caseLines(one, app)))));
}

function caseLines(one, app) {
  const unit = app.prefs.get().areaUnit;
  const landUse = app.classification.nearest(one.landUse);
  return [
    h("span", { class: "case-head" },
      h("span", { class: "case-status", text: statusName({ status: one.listedAs, statusEn: one.statusEn }) }),
      h("span", { class: "case-area" }, h("span", { class: "num", text: formatArea(one.areaM2, unit) }),
        h("span", { class: "unit", text: t(`unit.${unit}`) }))),
    h("span", { class: "case-title", text: one.location || one.parcel }),
    h("span", { class: "case-line soft" },
      h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(one.landUse) } }),
      h("span", { text: nameOf(landUse) }), h("span", { class: "code", text: one.parcel })),
    h("span", { class: "case-line soft", text: caseNote(one) }),
  ];
}

function missingOf(one) {
  return (language() === "en" ? one.missingEn : null) ?? one.missing;
}

function caseNote(one) {
  if (one.missing?.length) {
    return t("idle.missing", { fields: missingOf(one).map(fieldLabel).join(comma()) });
  }
  if (one.inefficient && one.listedAs === one.inefficient.status) {
    const hits = one.inefficient.tests.filter((test) => test.outcome === "hit");
    return t("inefficient.hits", { tests: hits.map((test) => nameOf({ name: test.title, nameEn: test.titleEn })).join(comma()) });
  }
  const overdue = one.daysOverdue > 0 ? t("idle.overdue", { days: formatNumber(one.daysOverdue) }) : "";
  return [overdue, both(one, "clause")].filter(Boolean).join(" · ");
}
