/**
 * What the changes do: the red line before and after, the units concerned, the balance.
 */
import { h } from "../../dom.js";
import { depth } from "../../classes.js";
import { formatArea, formatPercent, withSign } from "../../format.js";
import { nameOf, t } from "../../i18n.js";
import { ratioBar, statusMark } from "../redline-marks.js";

/** The red line of the unit in focus, and what breaks. @param {any} figures @param {object} app */
export function scenarioFigures(figures, app) {
  const { threshold } = figures.policy;
  return [headline(focusOf(figures), figures, threshold, app), ...warnings(figures.units, threshold, app)];
}

/** The other units that change, and the classes that do. @param {any} figures @param {object} app */
export function scenarioEffects(figures, app) {
  const focus = focusOf(figures);
  return [unitTable(figures.units.filter((one) => one.id !== focus.id && changed(one)), figures.policy.threshold, app),
    balance(figures.landUse, app), protection(figures.protection, app)];
}

const focusOf = (figures) => figures.units.find((one) => one.id === figures.unit) ?? figures.units[0];

/** The protection line level by level, where it was redrawn. */
function protection(line, app) {
  if (!line) {
    return null;
  }
  const unit = app.prefs.get().areaUnit;
  return h("table", { class: "table", dataset: { testid: "scenario-protection" } },
    h("caption", { text: t("scenario.protection", { unit: t(`unit.${unit}`), count: line.encroachments }) }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("scenario.level") }),
      ["before", "after", "delta"].map((key) => h("th", { scope: "col", class: "num", text: t(`scenario.${key}`) })))),
    h("tbody", {}, line.balance.map((one) => h("tr", {}, h("th", { scope: "row", text: one.level }),
      h("td", { class: "num", text: formatArea(one.beforeM2, unit) }), h("td", { class: "num is-current", text: formatArea(one.afterM2, unit) }),
      h("td", { class: "num soft", text: withSign(formatArea(one.afterM2 - one.beforeM2, unit)) })))));
}

/** @param {any} unit */
const changed = (unit) => unit.before.numeratorM2 !== unit.after.numeratorM2
  || unit.before.denominatorM2 !== unit.after.denominatorM2;

const percent = (line, threshold) => (line.ratio === null ? "—" : `${formatPercent(line.ratio, threshold)}%`);

const points = (unit) => (unit.before.ratio === null || unit.after.ratio === null ? "—"
  : withSign(formatPercent(unit.after.ratio - unit.before.ratio)));

function headline(focus, figures, threshold, app) {
  const area = app.prefs.get().areaUnit;
  const row = (name, before, after, delta) => h("tr", {}, h("th", { scope: "row", text: name }),
    h("td", { class: "num", text: before }), h("td", { class: "num is-current", text: after }),
    h("td", { class: "num soft", text: delta }));
  const areaRow = (name, key) => row(`${name} (${t(`unit.${area}`)})`, formatArea(focus.before[key], area),
    formatArea(focus.after[key], area), withSign(formatArea(focus.after[key] - focus.before[key], area)));
  return h("div", { class: "figure" },
    h("h2", { class: "figure-title", text: t("scenario.figure", { unit: nameOf(app.unit(focus.id) ?? focus), state: t(`state.${figures.state}`) }) }),
    h("div", { class: "figure-line" },
      h("span", { class: "figure-before num", text: percent(focus.before, threshold) }),
      h("span", { class: "figure-arrow", "aria-hidden": "true", text: "→" }),
      h("span", { class: "figure-number", dataset: { testid: "scenario-ratio" } }, formatPercent(focus.after.ratio, threshold), h("small", { text: "%" })),
      h("span", { class: `status status-${focus.after.status}`, dataset: { testid: "scenario-status" } },
        statusMark(focus.after.status), t(`redline.status.${focus.after.status}`))),
    ratioBar(focus.after.ratio, threshold, { large: true, label: t("redline.bar", { threshold: formatPercent(threshold) }) }),
    h("table", { class: "table compare" },
      h("caption", { class: "sr-only", text: t("scenario.compareFigures") }),
      h("thead", {}, h("tr", {}, h("td"), ["before", "after", "delta"].map((key) => h("th", { scope: "col", class: "num", text: t(`scenario.${key}`) })))),
      h("tbody", {}, row(t("redline.ratio"), percent(focus.before, threshold), percent(focus.after, threshold), points(focus)),
        areaRow(t("redline.numerator"), "numeratorM2"), areaRow(t("redline.denominator"), "denominatorM2"),
        areaRow(t("redline.headroomShort"), "headroomM2"))));
}

/** @param {any[]} units */
function warnings(units, threshold, app) {
  const broken = units.filter((one) => one.breaks);
  if (broken.length === 0) {
    return [];
  }
  return [h("div", { class: "scenario-warning", role: "alert", dataset: { testid: "scenario-warning" } },
    h("strong", { text: t("scenario.breaks", { count: broken.length }) }),
    h("ul", {}, broken.map((one) => h("li", { text: t("scenario.breaksUnit", {
      unit: nameOf(app.unit(one.id) ?? one), before: percent(one.before, threshold), after: percent(one.after, threshold),
      status: t(`redline.status.${one.after.status}`), threshold: formatPercent(threshold),
      shortfall: formatArea(Math.abs(one.after.headroomM2), "ha") }) }))))];
}

function unitTable(units, threshold, app) {
  if (units.length === 0) {
    return null;
  }
  return h("table", { class: "table scenario-units" },
    h("caption", { text: t("scenario.units") }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("unit.name") }),
      ["before", "after", "delta"].map((key) => h("th", { scope: "col", class: "num", text: t(`scenario.${key}`) })))),
    h("tbody", {}, units.map((one) => h("tr", {},
      h("th", { scope: "row" }, h("button", { type: "button", class: "link", text: nameOf(app.unit(one.id) ?? one),
        dataset: { key: `scenario-unit-${one.id}` }, on: { click: () => app.focusUnit(one.id) } })),
      h("td", { class: "num" }, percent(one.before, threshold), statusMark(one.before.status)),
      h("td", { class: "num is-current" }, percent(one.after, threshold), statusMark(one.after.status)),
      h("td", { class: "num soft", text: points(one) })))));
}

/** Only classes that gained or lost land. */
function balance(rows, app) {
  const unit = app.prefs.get().areaUnit;
  const moved = rows.filter((row) => Math.abs(row.afterM2 - row.beforeM2) > 0.005 && depth(row.code ?? "") <= 2);
  if (moved.length === 0) {
    return null;
  }
  return h("table", { class: "table balance" },
    h("caption", { text: t("scenario.balance", { unit: t(`unit.${unit}`) }) }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("landuse.class") }),
      ["before", "after", "delta"].map((key) => h("th", { scope: "col", class: "num", text: t(`scenario.${key}`) })))),
    h("tbody", {}, moved.map((row) => h("tr", { class: `depth-${depth(row.code ?? "")}` },
      h("th", { scope: "row" }, h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(row.code ?? "") } }),
        h("span", { class: "code", text: row.code ?? "" }),
        h("span", { text: nameOf(app.classification.get(row.code)) || row.name || t("landuse.unclassified") })),
      h("td", { class: "num", text: formatArea(row.beforeM2, unit) }),
      h("td", { class: "num is-current", text: formatArea(row.afterM2, unit) }),
      h("td", { class: "num soft", text: withSign(formatArea(row.afterM2 - row.beforeM2, unit)) })))));
}
