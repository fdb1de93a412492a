/**
 * Up to four scenarios side by side: maps that move together, and a table.
 */
import * as api from "../../api/scenarios.js";
import { byId, h } from "../../dom.js";
import { formatArea, formatPercent, withSign } from "../../format.js";
import { language, nameOf, t } from "../../i18n.js";
import { createMiniMaps } from "../../map/mini-maps.js";
import { failed } from "../feedback.js";
import { loading } from "../progress.js";
import { statusMark } from "../redline-marks.js";

/** @param {object} app */
export function createComparison(app) {
  const stage = byId("scenario-compare");
  let maps = null;
  let shown = [];

  function close() {
    maps?.remove();
    maps = null;
    shown = [];
    stage.hidden = true;
    stage.replaceChildren();
  }

  /** @param {number[]} ids */
  async function show(ids) {
    close();
    shown = ids;
    stage.hidden = false;
    stage.replaceChildren(loading(8));
    const { state, unit } = app.view.get();
    try {
      const [answer, ...shapes] = await Promise.all([
        api.compareScenarios({ keys: ids.join(","), state, unit }), ...ids.map(api.scenarioShapes)]);
      draw(answer, shapes, state);
    } catch (failure) {
      stage.replaceChildren(failed(failure, () => show(ids)));
    }
  }

  function draw(answer, shapes, state) {
    const boxes = answer.scenarios.map(() => h("div", { class: "mini-map" }));
    stage.replaceChildren(
      h("div", { class: "panel-head" }, h("h2", { text: t("scenario.compareTitle", { state: t(`state.${state}`) }) }),
        h("button", { type: "button", class: "button", text: t("scenario.closeCompare"), dataset: { testid: "compare-close" }, on: { click: close } })),
      h("div", { class: `mini-maps mini-maps-${boxes.length}` }, answer.scenarios.map((one, i) =>
        h("figure", {}, h("figcaption", { text: one.saved?.name ?? "" }), boxes[i]))),
      table(answer, app));
    maps = createMiniMaps(boxes.map((element, i) => ({
      element, features: shapes[i].features, asOf: answer.scenarios[i].saved?.asOf ?? null })),
    { state, classification: app.classification, bounds: boundsOf(shapes) ?? app.district.bounds, landBox: app.district.landBounds });
  }

  app.onLanguage(() => shown.length && show(shown));
  app.view.on(["state", "unit"], () => shown.length && show(shown));
  app.view.on(["panel"], ({ panel }) => panel !== "scenario" && close());
  return { show, close };
}

/** The box around all that any of them changes. @returns {[number, number, number, number]|null} */
function boundsOf(shapes) {
  const points = shapes.flatMap(({ features }) => features.flatMap((one) => one.geometry.coordinates.flat(Infinity)));
  if (points.length === 0) {
    return null;
  }
  const [lon, lat] = [0, 1].map((odd) => points.filter((_, i) => i % 2 === odd));
  const least = (list) => list.reduce((a, b) => Math.min(a, b));
  const most = (list) => list.reduce((a, b) => Math.max(a, b));
  return [least(lon) - 0.002, least(lat) - 0.002, most(lon) + 0.002, most(lat) + 0.002];
}

function table(answer, app) {
  const { threshold } = answer.policy;
  const area = app.prefs.get().areaUnit;
  const [first] = answer.scenarios;
  const row = (name, base, pick) => h("tr", {}, h("th", { scope: "row", text: name }), h("td", { class: "num", text: base }),
    answer.scenarios.map((one) => h("td", { class: "num" }, pick(one))));
  const percent = (line) => (line.ratio === null ? "—" : `${formatPercent(line.ratio, threshold)}%`);
  const areaRow = (key, field) => row(`${t(key)} (${t(`unit.${area}`)})`, formatArea(first.before[field], area),
    (one) => formatArea(one.after[field], area));
  const classes = [...new Set(answer.scenarios.flatMap((one) => one.landUse
    .filter((use) => Math.abs(use.afterM2 - use.beforeM2) > 0.005).map((use) => use.code)))].sort();
  const use = (one, code) => one.landUse.find((found) => found.code === code);
  return h("div", { class: "compare-table" }, h("table", { class: "table", dataset: { testid: "compare-table" } },
    h("caption", { text: nameOf(app.unit(first.unit.id) ?? first.unit) }),
    h("thead", {}, h("tr", {}, h("td"), h("th", { scope: "col", class: "num", text: t("scenario.base") }),
      answer.scenarios.map((one) => h("th", { scope: "col", class: "num", text: one.saved?.name ?? "" })))),
    h("tbody", {},
      row(t("redline.ratio"), percent(first.before), (one) => [percent(one.after), statusMark(one.after.status)]),
      areaRow("redline.headroomShort", "headroomM2"), areaRow("redline.numerator", "numeratorM2"),
      areaRow("redline.denominator", "denominatorM2"),
      row(t("scenario.brokenUnits"), "—", (one) => (one.brokenUnits.length
        ? one.brokenUnits.map((unit) => nameOf(app.unit(unit.id) ?? unit)).join(language() === "en" ? ", " : "、") : t("scenario.none"))),
      classes.map((code) => row(`${code ?? ""} ${nameOf(app.classification.get(code)) ?? ""}`,
        formatArea(answer.scenarios.map((one) => use(one, code)).find(Boolean)?.beforeM2 ?? 0, area),
        (one) => withSign(formatArea((use(one, code)?.afterM2 ?? 0) - (use(one, code)?.beforeM2 ?? 0), area)))))));
}
