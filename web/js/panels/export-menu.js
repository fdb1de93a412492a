/**
 * "Export": what lies beside it as a file. Format and reference system are chosen, then a plain link loads the file.
 */
import { may } from "../account.js";
import * as api from "../api.js";
import { scenarioFileUrl } from "../api/scenarios.js";
import { h } from "../dom.js";
import { language, t } from "../i18n.js";

const GIS = ["gpkg", "shp", "geojson", "fgb", "csv", "xlsx", "txt"];
const LISTS = ["xlsx", "csv", "gpkg", "shp", "geojson", "fgb"];
const SYSTEMS = ["", "EPSG:4526", "EPSG:4547", "EPSG:4490"];
/** Formats whose coordinates can be chosen. */
const WITH_SYSTEM = new Set(["gpkg", "shp", "geojson", "fgb", "csv", "txt"]);

/**
 * @param {object} wanted
 * @param {string} [wanted.what] a layer or list of `/api/export`
 * @param {object} wanted.query day, unit and whatever else selects
 * @param {string} [wanted.workbook] name of the formatted workbook of the same figures
 * @param {string|number} [wanted.scenario] key of a scenario whose land goes out; `what` then only names it
 * @param {boolean} [wanted.list] whether it is a list and no layer
 * @returns {HTMLDetailsElement|null} null for those who may take nothing away
 */
export function exportMenu({ what, query, workbook, list = false, scenario }) {
  if (!may("planner")) {
    return null;
  }
  const choice = { format: workbook ? "workbook" : (list ? "xlsx" : "gpkg"), crs: "" };
  const link = h("a", { class: "button", download: "", text: t("export.load") });
  const formats = [...(workbook ? ["workbook"] : []), ...(what ? (list ? LISTS : GIS) : [])];
  const systems = select("crs", SYSTEMS.map((each) => [each, each || t("export.crs.same")]));
  const menu = h("details", { class: "export-menu" },
    h("summary", { text: t("export.title") }),
    h("div", { class: "export-choices" },
      select("format", formats.map((each) => [each, t(`export.format.${each}`)])), systems, link));

  function select(name, options) {
    return h("label", {}, h("span", { text: t(`export.${name}`) }), h("select", {
      dataset: { key: `export-${what ?? workbook}-${name}` },
      on: { change: (event) => { choice[name] = event.target.value; point(); } },
    }, options.map(([value, text]) => h("option", { value, text, selected: value === choice[name] }))));
  }

  function point() {
    systems.hidden = !WITH_SYSTEM.has(choice.format);
    const lang = language().startsWith("en") ? "en" : "zh";
    const crs = systems.hidden ? "" : choice.crs;
    if (scenario !== undefined) {
      link.href = scenarioFileUrl(scenario, choice.format, { crs });
    } else {
      link.href = choice.format === "workbook" ? api.workbookUrl(workbook, { ...query, lang })
        : api.exportUrl(what, { ...query, lang, format: choice.format, crs });
    }
  }

  point();
  return menu;
}
