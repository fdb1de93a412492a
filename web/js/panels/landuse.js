/**
 * Land-use balance of the unit in focus: class rows, current beside planned and the difference.
 */
import * as api from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { depth } from "../classes.js";
import { formatArea, formatNumber, formatPercent, withSign } from "../format.js";
import { nameOf, t } from "../i18n.js";
import { empty, failed, latest } from "./feedback.js";
import { balanceRows, sumOfMainClasses } from "../balance.js";
import { loading } from "./progress.js";

/** @param {object} app */
export function createLandUsePanel(app) {
  const panel = byId("panel-landuse");
  const newest = latest();
  let answer = null;
  let levels = 1;

  async function load() {
    const { asOf, unit } = app.view.get();
    const asked = unit ?? app.districtUnit()?.id ?? null;
    if (app.units.length === 0) {
      panel.replaceChildren(empty(t("redline.noUnits")));
      return;
    }
    if (!answer) {
      panel.replaceChildren(loading(12));
    }
    try {
      const found = await newest(() => Promise.all(["current", "planned"].map((state) =>
        (state === "planned" && !app.hasPlan ? null : api.landUse({ unit: asked, asOf, state, levels: true })))));
      if (found) {
        const [current, planned] = found.map((one) => one && (one.unit ?? one.units?.[0]));
        answer = { unit: current, current: current.landUse, planned: planned?.landUse ?? null };
        draw();
      }
    } catch (failure) {
      answer = null;
      panel.replaceChildren(failed(failure, load));
    }
  }

  function draw() {
    if (!answer) {
      return;
    }
    const rows = balanceRows(answer.current, answer.planned);
    const title = h("div", { class: "panel-head" },
      h("h2", { text: t("landuse.title", { unit: nameOf(app.unit(answer.unit.id) ?? answer.unit) }) }), levelSwitch());
    if (rows.length === 0) {
      panel.replaceChildren(title, empty(t("landuse.empty")));
      return;
    }
    replaceKeepingFocus(panel, title, balanceTable(rows.filter((row) => depth(row.code) <= levels), answer, app));
  }

  function levelSwitch() {
    return h("div", { class: "segmented small", role: "group", "aria-label": t("landuse.levels") },
      [1, 2, 3].map((level) => h("button", {
        type: "button", "aria-pressed": String(level === levels), text: t(`landuse.level.${level}`),
        dataset: { key: `level-${level}` },
        on: { click: () => { levels = level; draw(); } },
      })));
  }

  const restart = () => {
    answer = null;
    if (!panel.hidden) {
      load();
    }
  };
  app.view.on(["asOf", "unit"], restart);
  app.onData(restart);
  app.view.on(["state"], draw);
  app.onLanguage(draw);
  app.prefs.on(["areaUnit"], draw);
  return { load, show: () => (answer ? draw() : load()) };
}

function balanceTable(rows, answer, app) {
  const unit = app.prefs.get().areaUnit;
  const { state } = app.view.get();
  const totals = { current: sumOfMainClasses(answer.current), planned: answer.planned && sumOfMainClasses(answer.planned) };
  const head = (key, extra = "") => h("th", { scope: "col", class: `num ${extra}`, text: t(key) });
  const marked = (which) => (which === state ? "is-current" : "");
  return h("table", { class: "table balance" },
    h("caption", { text: t("landuse.caption", { unit: t(`unit.${unit}`) }) }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("landuse.class") }),
      head("state.current", marked("current")), head("landuse.share", "share"), head("state.planned", marked("planned")),
      head("landuse.change"))),
    h("tbody", {}, rows.map((row) => balanceRow(row, totals, unit, marked, app))),
    h("tfoot", {}, h("tr", {}, h("th", { scope: "row", text: t("landuse.total") }),
      [[formatArea(totals.current, unit)], ["100.00%", "share"], [formatArea(totals.planned, unit)],
        [changeOf(totals.current, totals.planned, unit)]].map(([text, extra = ""]) =>
        h("td", { class: `num ${extra}`, text })))));
}

/** Without a plan there is nothing to change to, which is not a change to nothing. */
function changeOf(currentM2, plannedM2, unit) {
  return plannedM2 === null ? formatArea(null, unit) : withSign(formatArea(plannedM2 - currentM2, unit));
}

/** A line may end after a stroke: an English name would widen the column past the panel's edge. */
const breakable = (name) => name.replaceAll("/", "/\u200b");

function balanceRow(row, totals, unit, marked, app) {
  const known = app.classification.get(row.code);
  const share = totals.current > 0 ? `${formatPercent(row.currentM2 / totals.current)}%` : "—";
  return h("tr", { class: `depth-${depth(row.code)}` },
    h("th", { scope: "row" },
      h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(row.code) } }),
      h("span", { class: "code", text: row.code }), h("span", { text: breakable(nameOf(known) || row.name || t("landuse.unclassified")) })),
    h("td", { class: `num ${marked("current")}`, text: formatArea(row.currentM2, unit),
      title: t("landuse.parcels", { count: formatNumber(row.parcels) }) }),
    h("td", { class: "num soft share", text: share }),
    h("td", { class: `num ${marked("planned")}`, text: formatArea(row.plannedM2, unit) }),
    h("td", { class: "num", text: changeOf(row.currentM2, row.plannedM2, unit) }));
}
