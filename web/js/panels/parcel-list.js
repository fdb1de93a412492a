/**
 * The parcels behind a figure: a list that lies over the right column, and the same parcels outlined on the map.
 */
import * as api from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { formatNumber } from "../format.js";
import { nameOf, t } from "../i18n.js";
import { empty, failed, latest } from "./feedback.js";
import { area } from "./idle-site.js";
import { pager } from "./pager.js";
import { loading } from "./progress.js";

/**
 * @typedef {object} ListRow
 * @property {string} parcel
 * @property {string|null} code
 * @property {number} areaM2
 * @property {string} [note]
 * @property {string|null} [asOf] the day the parcel is of, where it is not the list's
 */

/**
 * @typedef {object} ListAsked
 * @property {() => string} title
 * @property {"current"|"planned"} state
 * @property {string|null} asOf
 * @property {(offset: number, limit: number, signal: AbortSignal) => Promise<{total: number, areaM2?: number, rows: ListRow[]}>} load
 */

const PAGE = 50;

/** @param {object} app */
export function createParcelList(app) {
  const place = byId("parcel-list");
  const newest = latest();
  /** @type {ListAsked|null} */
  let asked = null;
  let answer = null;
  let shapes = new Map();
  let offset = 0;
  let cameFrom = null;

  /** @param {ListAsked} what */
  function open(what) {
    if (!asked) {
      cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : null;
    }
    asked = what;
    answer = null;
    offset = 0;
    place.hidden = false;
    document.body.classList.add("has-list");
    load().then(() => place.querySelector("button")?.focus({ preventScroll: true }));
  }

  function close() {
    asked = null;
    answer = null;
    place.hidden = true;
    place.replaceChildren();
    document.body.classList.remove("has-list");
    app.map.selection.parcels([]);
    if (cameFrom) {
      const control = document.querySelector(`.panel [data-key="${CSS.escape(cameFrom)}"]`);
      control instanceof HTMLElement && control.focus({ preventScroll: true });
    }
  }

  async function load() {
    const what = asked;
    if (!answer) {
      place.replaceChildren(head(), loading(10));
    }
    try {
      const found = await newest((signal) => what.load(offset, PAGE, signal));
      if (!found || what !== asked) {
        return;
      }
      answer = found;
      draw();
      await outline(what, found.rows);
    } catch (failure) {
      answer = null;
      place.replaceChildren(head(), failed(failure, load));
    }
  }

  async function outline(what, rows) {
    const days = new Map();
    for (const row of rows) {
      const day = row.asOf ?? what.asOf;
      days.set(day, [...(days.get(day) ?? []), row.parcel]);
    }
    const found = await Promise.all([...days].map(([day, ids]) => api.shapes({ ids, asOf: day, state: what.state })));
    if (what !== asked) {
      return;
    }
    const features = found.flatMap((one) => one.features);
    shapes = new Map(features.map((feature) => [feature.properties.id, feature]));
    app.map.selection.parcels(features);
    app.map.fitFeatures(features);
  }

  function head() {
    return h("header", { class: "list-top" },
      h("button", { type: "button", class: "button", text: t("list.back"), dataset: { key: "list-back", testid: "list-back" }, on: { click: close } }),
      h("h2", { text: asked?.title() ?? "" }));
  }

  function draw() {
    if (!answer || !asked) {
      return;
    }
    const { total, areaM2, rows } = answer;
    replaceKeepingFocus(place, head(),
      h("p", { class: "list-sum", dataset: { testid: "list-sum" } }, h("span", { text: t("list.count", { count: formatNumber(total) }) }),
        areaM2 === undefined ? null : area(areaM2, app)),
      rows.length ? h("ol", { class: "cases" }, rows.map(rowOf)) : empty(t("list.none")),
      total > PAGE ? pager(offset, PAGE, total, (step) => {
        offset = Math.max(0, offset + step * PAGE);
        load();
      }) : null);
  }

  /** @param {ListRow} row */
  function rowOf(row) {
    const landUse = app.classification.nearest(row.code);
    return h("li", {}, h("button", {
      type: "button", class: "case", dataset: { key: `listed-${row.parcel}`, testid: "listed-parcel" }, on: { click: () => show(row) },
    },
    h("span", { class: "case-head" },
      h("span", {}, h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(row.code) } }), " ",
        h("span", { class: "code", text: row.code ?? "" }), nameOf(landUse) || t("landuse.unclassified")), area(row.areaM2, app)),
    h("span", { class: "case-line soft" }, h("span", { class: "code", text: row.parcel }), row.note ?? null)));
  }

  /** @param {ListRow} row */
  function show(row) {
    const feature = shapes.get(row.parcel);
    if (asked.state === "current" && !row.asOf) {
      app.openParcel(row.parcel, feature ? app.map.boundsOf([feature]) : null);
    } else if (feature) {
      app.map.fitFeatures([feature]);
    }
  }

  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    }
  });
  app.onLanguage(draw);
  app.prefs.on(["areaUnit"], draw);
  app.view.on(["panel", "asOf", "state"], () => asked && close());
  app.onData(() => asked && close());

  return {
    open, close,
    /**
     * The parcels behind a figure of the red line or of the balance.
     * @param {{unit: string, title: () => string, state: "current"|"planned", asOf?: string|null, part?: string, code?: string, policy?: string}} what
     */
    counted({ title, state, asOf = app.view.get().asOf, ...query }) {
      open({ title, state, asOf, load: (from, limit, signal) => api.counted({ ...query, state, asOf, offset: from, limit }, signal)
        .then(({ total, areaM2, parcels }) => ({ total, areaM2, rows: parcels })) });
    },
    /**
     * Rows that are there already.
     * @param {{title: () => string, state?: "current"|"planned", asOf?: string|null, rows: ListRow[], total?: number, areaM2?: number}} what
     */
    rows({ title, state = "current", asOf = app.view.get().asOf, rows, total = rows.length, areaM2 }) {
      open({ title, state, asOf, load: async (from, limit) => ({ total, areaM2, rows: rows.slice(from, from + limit) }) });
    },
  };
}
