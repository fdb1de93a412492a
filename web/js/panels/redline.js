/**
 * Red line monitoring: one large figure, then every unit against the line, current beside planned.
 */
import * as api from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { exportMenu } from "./export-menu.js";
import { formatArea, formatDate, formatPercent, withSign } from "../format.js";
import { dataWord, language, nameOf, t } from "../i18n.js";
import { both } from "./idle-site.js";
import { failed, latest } from "./feedback.js";
import { figureButton } from "./monitor/figures.js";
import { createMonitor } from "./monitor/monitor.js";
import { loading } from "./progress.js";
import { ratioBar, statusMark } from "./redline-marks.js";
import { doubtsOf } from "./redline-doubts.js";

const KIND_ORDER = ["zone", "base", "street"];

/** @param {object} app */
export function createRedLinePanel(app) {
  const panel = byId("panel-redline");
  const newest = latest();
  let answers = null;
  /** @type {ReturnType<typeof createMonitor>|null} */
  let monitor = null;

  async function load() {
    const { asOf } = app.view.get();
    if (app.units.length === 0) {
      answers = null;
      draw();
      return;
    }
    if (!answers) {
      panel.replaceChildren(loading(8));
    }
    try {
      const found = await newest(() => Promise.all(["current", "planned"].map((state) =>
        (state === "planned" && !app.hasPlan ? null : api.redLine({ asOf, state })))));
      if (found) {
        answers = { current: found[0], planned: found[1] };
        draw();
        monitor?.refreshUnits();
      }
    } catch (failure) {
      answers = null;
      panel.replaceChildren(failed(failure, load));
    }
  }

  function draw() {
    if (app.units.length === 0) {
      panel.replaceChildren(h("p", { class: "empty", text: t("redline.noUnits") }));
      return;
    }
    if (!answers) {
      return;
    }
    const { state, unit } = app.view.get();
    const rows = pairUnits(answers);
    const focus = rows.find((row) => row.id === unit) ?? rows.find((row) => row.kind === "district") ?? rows[0];
    const { policy } = answers[state] ?? answers.current;
    if (!focus) {
      panel.replaceChildren(h("p", { class: "empty", text: t("redline.noUnits") }));
      return;
    }
    replaceKeepingFocus(panel,
      h("div", { class: "monitor" },
        h("div", { class: "monitor-section" }, figure(focus, state, policy),
          doubtsOf(focus[state], policy.threshold, app.prefs.get().areaUnit), comparison(focus, state, policy.threshold, app)),
        monitor?.places ?? [], unitTables(rows, focus, policy.threshold, app), definition(policy),
        exportMenu({ workbook: "redline", query: { asOf: app.view.get().asOf, state } })));
  }

  /** Below the figure; the painted map comes before it. */
  function show() {
    app.painted.then(() => {
      if (!monitor && !panel.hidden) {
        monitor = createMonitor(app, () => answers && { rows: pairUnits(answers), threshold: answers.current.policy.threshold });
        draw();
      }
    });
  }

  app.view.on(["asOf"], load);
  app.view.on(["state", "unit"], draw);
  app.onLanguage(draw);
  app.onData(() => {
    monitor?.refresh();
    return load();
  });
  app.prefs.on(["areaUnit"], draw);
  return { load, show };
}

/** Current and planned figures of the same unit side by side. */
function pairUnits({ current, planned }) {
  const byPlan = new Map((planned?.units ?? []).map((unit) => [unit.id, unit.redLine]));
  return current.units.map((unit) => ({ ...unit, current: unit.redLine, planned: byPlan.get(unit.id) ?? null }));
}

function figure(focus, state, policy) {
  const redLine = focus[state];
  const { threshold } = policy;
  return h("div", { class: "figure" },
    h("h2", { class: "figure-title" }, t("redline.figure", { state: t(`state.${state}`) })),
    h("div", { class: "figure-line" },
      h("span", { class: "figure-number", dataset: { testid: "redline-ratio" } },
        formatPercent(redLine?.ratio, threshold), redLine?.ratio == null ? null : h("small", { text: "%" })),
      h("span", { class: `status status-${redLine?.status ?? "cannot-tell"}`, dataset: { testid: "redline-status" } },
        statusMark(redLine?.status), t(`redline.status.${redLine?.status ?? "cannot-tell"}`))),
    ratioBar(redLine?.ratio, threshold, { large: true, label: t("redline.bar", { threshold: formatPercent(threshold) }) }),
    headroom(redLine, threshold));
}

function headroom(redLine, threshold) {
  if (redLine?.ratio == null) {
    return h("p", { class: "figure-note", text: t("redline.whyUnknown") });
  }
  const short = redLine.headroomM2 < 0;
  const amount = Math.abs(redLine.headroomM2);
  return h("dl", { class: "facts" },
    h("dt", { text: t(short ? "redline.shortfall" : "redline.headroom") }),
    h("dd", {}, quantity(amount, "ha"), h("span", { class: "dot", text: "·" }), quantity(amount, "mu")),
    h("dt", { text: t("redline.distance") }),
    h("dd", {}, h("span", { class: "num", text: withSign(formatPercent(redLine.ratio - threshold)) }),
      h("span", { class: "unit", text: t("redline.points") })));
}

function quantity(areaM2, unit) {
  return h("span", { class: "quantity" }, h("span", { class: "num", text: formatArea(areaM2, unit) }),
    h("span", { class: "unit", text: t(`unit.${unit}`) }));
}

function comparison(focus, state, threshold, app) {
  const unit = app.prefs.get().areaUnit;
  const row = (name, pick, part) => h("tr", {}, h("th", { scope: "row", text: name }),
    ["current", "planned"].map((which) => h("td", { class: "num" }, part && focus[which]
      ? figureButton(pick(focus[which]), `figure-${part}-${which}`, () => openParcels(focus, which, part, app))
      : pick(focus[which]))));
  return h("table", { class: "table compare" },
    h("caption", { class: "sr-only", text: t("redline.compare") }),
    h("thead", {}, h("tr", {}, h("td"), ["current", "planned"].map((which) =>
      h("th", { scope: "col", class: which === state ? "num is-current" : "num", text: t(`state.${which}`) })))),
    h("tbody", {},
      row(t("redline.ratio"), (figures) => percentOf(figures, threshold)),
      row(withUnit(t("redline.numerator"), unit), (figures) => formatArea(figures?.numeratorM2, unit), "numerator"),
      row(withUnit(t("redline.denominator"), unit), (figures) => formatArea(figures?.denominatorM2, unit), "denominator"),
      row(withUnit(t("redline.headroomShort"), unit),
        (figures) => (figures?.ratio == null ? "—" : withSign(formatArea(figures.headroomM2, unit))))));
}

/** The parcels behind a figure, in the list and on the map. */
function openParcels({ id }, state, part, app) {
  app.list.counted({ unit: id, state, part, title: () => t(`monitor.list${part === "numerator" ? "Numerator" : "Denominator"}`,
    { unit: nameOf(app.unit(id)), state: t(`state.${state}`) }) });
}

function percentOf(figures, threshold) {
  const text = formatPercent(figures?.ratio, threshold);
  return figures?.ratio == null ? text : `${text}%`;
}

function withUnit(name, unit) {
  return `${name} (${t(`unit.${unit}`)})`;
}

function unitTables(rows, focus, threshold, app) {
  const kinds = [...new Set(rows.map((row) => row.kind))].filter((kind) => kind !== "district");
  kinds.sort((a, b) => rank(a) - rank(b));
  return h("div", { class: "unit-tables" }, kinds.map((kind) => h("table", { class: "table bars" },
    h("caption", { text: dataWord("kind", kind) }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "sr-only", text: t("unit.name") }),
      h("th", { scope: "col", class: "axis" }, h("span", { text: `${formatPercent(threshold).replace(/\.?0+$/, "")}%` })),
      h("th", { scope: "col", class: "num", text: t("state.current") }),
      h("th", { scope: "col", class: "num", text: t("state.planned") }))),
    h("tbody", {}, rows.filter((row) => row.kind === kind).map((row) => unitRow(row, focus, threshold, app))))));
}

function rank(kind) {
  const at = KIND_ORDER.indexOf(kind);
  return at < 0 ? KIND_ORDER.length : at;
}

function unitRow(row, focus, threshold, app) {
  const { state } = app.view.get();
  const figures = (which) => h("td", { class: `num ${which === state ? "is-current" : ""}` },
    row[which] ? figureButton(percentOf(row[which], threshold), `ratio-${row.id}-${which}`, () => openParcels(row, which, "numerator", app)) : "—", statusMark(row[which]?.status));
  return h("tr", { class: row.id === focus.id ? "is-focus" : "" },
    h("th", { scope: "row" }, h("button", {
      type: "button", class: "link", dataset: { key: `unit-${row.id}` }, text: nameOf(app.unit(row.id) ?? row),
      "aria-pressed": String(row.id === focus.id), on: { click: () => app.focusUnit(row.id) },
    }), app.unit(row.id)?.upgraded ? h("span", { class: "tag", text: t("unit.upgraded") }) : null),
    h("td", { class: "bar-cell" }, ratioBar(row[state]?.ratio, threshold, {})),
    figures("current"), figures("planned"));
}

function definition(policy) {
  const list = (codes) => codes.join(language() === "en" ? ", " : "、");
  const title = language() === "en" ? policy.titleEn || policy.title : policy.title;
  return h("details", { class: "definition" },
    h("summary", { dataset: { key: "definition" }, text: t("redline.definition") }),
    h("p", { text: title }),
    h("p", { text: t("redline.formula", { numerator: list(policy.numerator), denominator: list(policy.denominator) }) }),
    h("p", { text: t("redline.source", { source: both(policy, "source") ?? "—", date: formatDate(policy.date, language()) }) }));
}
