/**
 * The layer tree: land use with its legend and looks, then boundaries, protection line, constraints, reference.
 */
import { may } from "../account.js";
import * as api from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { inkOn } from "../classes.js";
import { formatPercent } from "../format.js";
import { dataWord, nameOf, t } from "../i18n.js";
import { exportMenu } from "./export-menu.js";
import { lineSwatch, patternSwatch, textSwatch } from "./swatches.js";

/** @type {Array<"units"|"protection"|"constraint"|"reference">} */
const GROUPS = ["units", "protection", "constraint", "reference"];

/** Main classes a district as a rule has: their place is kept while the figures come. */
const EXPECTED_CLASSES = 16;

/** What was found about the parcels is read when it is first asked for. */
const FINDINGS = ["finding:error", "finding:warning", "finding:notice"];

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
    if (app.units.length === 0) {
      landUse = [];
      draw();
      return;
    }
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
    const { overlays, layerOrder, layerOpacity } = app.prefs.get();
    app.map.overlays.show(new Set(overlays), layerOrder, layerOpacity);
  }

  /** Of the parcels that speak for the day. */
  async function loadFindings() {
    FINDINGS.forEach((key) => app.map.overlays.remove(key));
    const { asOf } = app.view.get();
    const parcels = app.district.layers.filter(({ kind, asOf: day }) => kind === "parcels" && day <= (asOf ?? app.district.asOf))
      .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
    if (!parcels || !may("planner") || !FINDINGS.some((key) => app.prefs.get().overlays.includes(key))) {
      return;
    }
    try {
      app.map.overlays.load("finding", await api.findings(parcels.snapshot));
      failedLayers.delete("finding");
      showChosen();
    } catch {
      failedLayers.add("finding");
    }
    draw();
  }

  function move(group, step) {
    const order = [...app.prefs.get().layerOrder];
    const at = order.indexOf(group);
    [order[at], order[at + step]] = [order[at + step], order[at]];
    app.prefs.set({ layerOrder: order });
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
      ...app.prefs.get().layerOrder.filter((group) => group !== "finding" || may("planner")).map((group) => overlayGroup(group)), baseGroup());
  }

  /** Only where the office has set some up. */
  function baseGroup() {
    const { baseMaps } = app.district;
    const chosen = app.prefs.get().baseMap;
    const option = (name, text) => h("option", { value: name, selected: name === chosen, text });
    return baseMaps.length > 0 && h("section", { class: "layer-group" }, h("h2", { id: "base-title", text: t("layers.base") }),
      h("select", { class: "wide", "aria-labelledby": "base-title", dataset: { key: "base-map", testid: "base-map" },
        on: { change: (event) => app.prefs.set({ baseMap: event.target.value }) } },
      option("", t("layers.base.none")), baseMaps.map((one) => option(one.name, nameOf(one)))),
      baseMaps.filter((one) => one.name === chosen && one.attribution).map((one) => h("p", { class: "soft note", text: one.attribution })));
  }

  function overlayGroup(group) {
    const keys = group === "finding" ? FINDINGS : app.map.overlays.keys().filter((key) => key.startsWith(`${group}:`)).sort(byRank);
    if (failedLayers.has(group)) {
      return h("section", { class: "layer-group" }, h("h2", { text: t(`layers.${group}`) }),
        h("p", { class: "empty", text: t("layers.failed") }),
        h("button", { type: "button", class: "button", text: t("retry"), on: { click: group === "finding" ? loadFindings : loadLayers } }));
    }
    return keys.length ? h("section", { class: "layer-group", dataset: { testid: `layers-${group}` } }, groupHead(group),
      h("ul", { class: "layer-list" }, keys.map((key) => h("li", {}, check(key))))) : null;
  }

  /** A group's name, how dense it is drawn, and its place among the others. */
  function groupHead(group) {
    const { layerOrder, layerOpacity } = app.prefs.get();
    const name = t(`layers.${group}`);
    const at = layerOrder.indexOf(group);
    const mover = (step, key, sign, off) => h("button", { type: "button", class: "mini-button", text: sign, disabled: off,
      "aria-label": t(key, { layer: name }), title: t(key, { layer: name }), dataset: { key: `${key}-${group}`, testid: `${key}-${group}` },
      on: { click: () => move(group, step) } });
    return h("div", { class: "group-head" }, h("h2", { text: name }),
      h("input", { type: "range", min: 20, max: 100, step: 10, value: Math.round((layerOpacity[group] ?? 1) * 100),
        "aria-label": t("layers.opacityOf", { layer: name }), title: t("layers.opacityOf", { layer: name }), dataset: { key: `opacity-${group}` },
        on: { input: (event) => app.prefs.set({ layerOpacity: { ...app.prefs.get().layerOpacity, [group]: Number(event.target.value) / 100 } }) } }),
      mover(-1, "layers.up", "↑", at === 0), mover(1, "layers.down", "↓", at === layerOrder.length - 1));
  }

  function check(key) {
    const [group, kind] = key.split(":");
    const name = group === "protection" ? t(`protection.level.${kind}`) : group === "finding" ? t(`finding.${kind}`) : dataWord(group === "reference" ? "reference" : "kind", kind);
    return h("label", { class: "check" },
      h("input", {
        type: "checkbox", checked: app.prefs.get().overlays.includes(key), dataset: { key: `layer-${key}` },
        on: { change: (event) => toggle(key, event.target.checked) },
      }), key === "reference:places" ? textSwatch() : lineSwatch(key), h("span", { text: name }));
  }

  app.prefs.on(["overlays", "layerOrder", "layerOpacity"], showChosen);
  app.prefs.on(["layerOrder"], draw);
  app.view.on(["asOf"], loadFindings);
  app.prefs.on(["overlays"], () => {
    if (!app.map.overlays.keys().some((key) => key.startsWith("finding:"))) {
      loadFindings();
    }
    app.map.labels.redraw();
  });
  app.prefs.on(["patterns", "baseMap"], draw);
  app.view.on(["state", "asOf"], loadLegend);
  app.onData(() => {
    loadLayers();
    loadLegend();
    loadFindings();
  });
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
    list.append(h("li", { class: "sr-only", text: t("loading") }));
    list.append(...Array.from({ length: EXPECTED_CLASSES }, () => h("li", { class: "legend-row", "aria-hidden": "true" }, h("span", { class: "skeleton" }))));
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
