/**
 * The layer tree: land use with its legend and looks, then boundaries, protection line, constraints, reference.
 */
import * as api from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { inkOn } from "../classes.js";
import { formatPercent } from "../format.js";
import { dataWord, nameOf, t } from "../i18n.js";
import { exportMenu } from "./export-menu.js";
import { lineSwatch, patternSwatch, textSwatch } from "./swatches.js";

/** @type {Array<"units"|"protection"|"constraint"|"reference">} */
const GROUPS = ["units", "protection", "constraint", "reference"];

/** @param {object} app */
export function createLayersPanel(app) {
  const panel = byId("layers");
  const failedLayers = new Set();
  let landUse = null;

  async function loadLayers() {
    failedLayers.clear();
    await Promise.all(GROUPS.map((kind) => api.layer(kind).then((found) => app.map.overlays.load(kind, found))
      .catch(() => failedLayers.add(kind))));
    showChosen();
    draw();
    app.map.labels.redraw();
    app.drawUnitFocus();
  }

  async function loadLegend() {
    const { asOf, state } = app.view.get();
    try {
      const found = await api.landUse({ unit: app.districtUnit()?.id, asOf, state, levels: true });
      if (app.view.get().state === state) {
        landUse = (found.unit ?? found.units?.[0])?.landUse ?? [];
      }
    } catch {
      landUse = null;
    }
    draw();
  }

  function showChosen() {
    app.map.overlays.show(new Set(app.prefs.get().overlays));
  }

  function toggle(key, on) {
    const chosen = new Set(app.prefs.get().overlays);
    chosen[on ? "add" : "delete"](key);
    app.prefs.set({ overlays: [...chosen] });
  }

  function draw() {
    replaceKeepingFocus(panel,
      h("section", { class: "layer-group", "aria-labelledby": "legend-title" },
        h("h2", { id: "legend-title", text: t("layers.land", { state: t(`state.${app.view.get().state}`) }) }),
        looks(app), legend(landUse, app),
        exportMenu({ what: app.view.get().state === "planned" ? "zoning" : "parcels", query: { asOf: app.view.get().asOf } })),
      ...GROUPS.map((group) => overlayGroup(group)));
  }

  function overlayGroup(group) {
    const keys = app.map.overlays.keys().filter((key) => key.startsWith(`${group}:`)).sort(byRank);
    if (failedLayers.has(group)) {
      return h("section", { class: "layer-group" }, h("h2", { text: t(`layers.${group}`) }),
        h("p", { class: "empty", text: t("layers.failed") }),
        h("button", { type: "button", class: "button", text: t("retry"), on: { click: loadLayers } }));
    }
    return keys.length ? h("section", { class: "layer-group" }, h("h2", { text: t(`layers.${group}`) }),
      h("ul", { class: "layer-list" }, keys.map((key) => h("li", {}, check(key))))) : null;
  }

  function check(key) {
    const [group, kind] = key.split(":");
    const name = group === "protection" ? t(`protection.level.${kind}`) : dataWord(group === "reference" ? "reference" : "kind", kind);
    return h("label", { class: "check" },
      h("input", {
        type: "checkbox", checked: app.prefs.get().overlays.includes(key), dataset: { key: `layer-${key}` },
        on: { change: (event) => toggle(key, event.target.checked) },
      }), key === "reference:places" ? textSwatch() : lineSwatch(key), h("span", { text: name }));
  }

  app.prefs.on(["overlays"], () => {
    showChosen();
    app.map.labels.redraw();
  });
  app.prefs.on(["patterns"], draw);
  app.view.on(["state", "asOf"], loadLegend);
  app.onLanguage(draw);
  app.onlyClass.on(["code"], draw);
  draw();
  return { load: () => Promise.all([loadLayers(), loadLegend()]) };
}

const RANK = ["units:district", "units:zone", "units:base", "units:street"];

function byRank(a, b) {
  const rank = (key) => (RANK.includes(key) ? RANK.indexOf(key) : RANK.length);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function looks(app) {
  const prefs = app.prefs.get();
  const box = (key, label, extra) => h("label", { class: "check" },
    h("input", { type: "checkbox", checked: prefs[key], dataset: { key },
      on: { change: (event) => app.prefs.set({ [key]: event.target.checked }) } }), extra, h("span", { text: t(label) }));
  return h("div", { class: "looks" },
    box("idleMarks", "layers.idleMarks", h("span", { class: "swatch swatch-idle", "aria-hidden": "true" })),
    box("patterns", "layers.patterns"),
    h("label", { class: "row" }, h("span", { text: t("layers.labels") }),
      h("select", { dataset: { key: "labels" }, on: { change: (event) => app.prefs.set({ parcelLabels: event.target.value }) } },
        ["class", "number", "none"].map((word) => h("option", {
          value: word, selected: prefs.parcelLabels === word, text: t(`layers.labels.${word}`) })))),
    h("label", { class: "row" }, h("span", { text: t("layers.opacity") }),
      h("input", { type: "range", min: 20, max: 100, step: 5, value: Math.round(prefs.opacity * 100), dataset: { key: "opacity" },
        on: { input: (event) => app.prefs.set({ opacity: Number(event.target.value) / 100 }) } })));
}

function legend(landUse, app) {
  const list = h("ul", { class: "legend", dataset: { testid: "legend" }, "aria-label": t("legend.label") });
  if (!landUse) {
    list.append(h("li", { class: "soft", text: t("loading") }));
    return list;
  }
  const main = landUse.filter((row) => row.code.length <= 2 && row.areaM2 > 0);
  const total = main.reduce((sum, row) => sum + row.areaM2, 0);
  const only = app.onlyClass.get().code;
  list.append(...main.map((row) => legendRow(row, total, only, landUse, app)));
  return list;
}

/** A main class shows the colour that most of its land has on the map, which may be a deeper class's. */
function legendColours(row, landUse, app) {
  if (row.code === "") {
    return [app.classification.colourOf("")];
  }
  const deepest = landUse.filter((other) => other.code.startsWith(row.code)
    && !landUse.some((child) => child.code !== other.code && child.code.startsWith(other.code)));
  const byColour = new Map();
  for (const leaf of deepest) {
    const colour = app.classification.colourOf(leaf.code);
    byColour.set(colour, (byColour.get(colour) ?? 0) + leaf.areaM2);
  }
  return [...byColour].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([colour]) => colour);
}

function legendRow(row, total, only, landUse, app) {
  const colours = legendColours(row, landUse, app);
  const chosen = only === row.code;
  return h("li", {}, h("button", {
    type: "button", class: "legend-row", "aria-pressed": String(chosen), title: t("legend.only"),
    dataset: { key: `legend-${row.code}` }, on: { click: () => app.onlyClass.set({ code: chosen ? null : row.code }) },
  },
  app.prefs.get().patterns ? patternSwatch(row.code, colours[0], inkOn(colours[0]))
    : h("span", { class: "swatches", "aria-hidden": "true" },
      colours.map((colour) => h("span", { class: "swatch", style: { "background-color": colour } }))),
  h("span", { class: "code", text: row.code }),
  h("span", { class: "legend-name", text: nameOf(app.classification.get(row.code)) || row.name || t("landuse.unclassified") }),
  h("span", { class: "num soft", text: `${formatPercent(row.areaM2 / total)}%` })));
}
