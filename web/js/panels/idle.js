/**
 * Idle and inefficient land: how many in each status, and the list with the map in step.
 */
import * as api from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { formatArea, formatDate, formatNumber } from "../format.js";
import { dataWord, language, nameOf, t } from "../i18n.js";
import { fieldLabel } from "../fields.js";
import { empty, failed, latest, loading } from "./feedback.js";

const PAGE = 20;

/** @param {object} app */
export function createIdlePanel(app) {
  const panel = byId("panel-idle");
  const newest = latest();
  let answer = null;
  let offset = 0;

  async function load() {
    const { asOf, unit, idle } = app.view.get();
    if (!answer) {
      panel.replaceChildren(loading(12));
    }
    panel.setAttribute("aria-busy", "true");
    try {
      const found = await newest((signal) => api.idle({ asOf, unit, status: idle, limit: PAGE, offset }, signal));
      if (found) {
        answer = found;
        draw();
      }
    } catch (failure) {
      answer = null;
      panel.replaceChildren(failed(failure, load));
    }
    panel.setAttribute("aria-busy", "false");
  }

  function restart() {
    offset = 0;
    if (!panel.hidden) {
      load();
    } else {
      answer = null;
    }
  }

  function turn(step) {
    offset = Math.max(0, offset + step * PAGE);
    panel.scrollTop = 0;
    load();
  }

  function draw() {
    if (!answer) {
      return;
    }
    replaceKeepingFocus(panel,
      h("div", { class: "panel-head" }, h("h2", { text: t("idle.title") }),
        h("p", { class: "soft", text: t("idle.today", { date: formatDate(answer.today, language()) }) })),
      statusFilter(answer.statuses, app),
      answer.cases.length ? caseList(answer.cases, app) : empty(t("idle.empty")),
      pager());
  }

  function pager() {
    const shown = pageTotal();
    const last = Math.min(shown, offset + answer.cases.length);
    const button = (key, step, off) => h("button", {
      type: "button", class: "button", text: t(key), disabled: off, dataset: { key }, on: { click: () => turn(step) },
    });
    return h("nav", { class: "pager", "aria-label": t("idle.pages") },
      button("idle.previous", -1, offset === 0),
      h("span", { class: "num", "aria-live": "polite",
        text: t("idle.range", { from: shown ? offset + 1 : 0, to: last, total: formatNumber(shown) }) }),
      button("idle.next", 1, last >= shown));
  }

  /** `total` may count all cases or only the filtered; the chosen status's own count settles it. */
  function pageTotal() {
    const { idle } = app.view.get();
    const chosen = idle && answer.statuses.find((entry) => entry.status === idle);
    return chosen ? Math.min(answer.total, chosen.count) : answer.total;
  }

  app.view.on(["asOf", "unit", "idle"], restart);
  app.view.on(["parcel"], draw);
  app.onLanguage(draw);
  app.prefs.on(["areaUnit"], draw);
  return { load, show: () => (answer ? draw() : load()) };
}

function statusFilter(statuses, app) {
  const { idle } = app.view.get();
  const unit = app.prefs.get().areaUnit;
  const all = statuses.reduce((sum, entry) => ({ count: sum.count + entry.count, areaM2: sum.areaM2 + entry.areaM2 }),
    { count: 0, areaM2: 0 });
  const widest = Math.max(1, ...statuses.map((entry) => entry.areaM2));
  const row = (status, entry) => h("tr", { class: (idle ?? null) === status ? "is-focus" : "" },
    h("th", { scope: "row" }, h("button", {
      type: "button", class: "link", "aria-pressed": String((idle ?? null) === status), dataset: { key: `status-${status ?? ""}` },
      on: { click: () => app.view.set({ idle: status }) },
    }, status === null ? t("idle.all") : dataWord("idle.status", status))),
    h("td", { class: "bar-cell", "aria-hidden": "true" }, status === null ? null
      : h("span", { class: "amount-bar", style: { width: `${(entry.areaM2 / widest) * 100}%` } })),
    h("td", { class: "num", text: formatNumber(entry.count) }),
    h("td", { class: "num", text: formatArea(entry.areaM2, unit) }));
  return h("table", { class: "table statuses" },
    h("caption", { class: "sr-only", text: t("idle.statuses") }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("idle.statusHead") }), h("td"),
      h("th", { scope: "col", class: "num", text: t("idle.count") }),
      h("th", { scope: "col", class: "num", text: t(`unit.${unit}`) }))),
    h("tbody", {}, row(null, all), statuses.map((entry) => row(entry.status, entry))));
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
      h("span", { class: "case-status", text: dataWord("idle.status", one.status) }),
      h("span", { class: "case-area" }, h("span", { class: "num", text: formatArea(one.areaM2, unit) }),
        h("span", { class: "unit", text: t(`unit.${unit}`) }))),
    h("span", { class: "case-title", text: one.location || one.parcel }),
    h("span", { class: "case-line soft" },
      h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(one.landUse) } }),
      h("span", { text: nameOf(landUse) }), h("span", { class: "code", text: one.parcel })),
    h("span", { class: "case-line soft", text: caseNote(one) }),
  ];
}

function caseNote(one) {
  if (one.missing?.length) {
    return t("idle.missing", { fields: one.missing.map((name) => fieldLabel(name)).join(language() === "en" ? ", " : "、") });
  }
  const overdue = one.daysOverdue > 0 ? t("idle.overdue", { days: formatNumber(one.daysOverdue) }) : "";
  return [overdue, one.clause].filter(Boolean).join(" · ");
}
