/**
 * What the panels share: the district as it stands, the two stores, and the few actions that touch several panels.
 */
import * as api from "./api.js";
import { createStore, toHash } from "./state.js";

/** What the floating card covers of the map. */
const CARD_PIXELS = 382;

/**
 * @param {any} view the store of what the address tells
 * @param {any} prefs the store of what this reader likes
 * @param {{district: any, classification: any, classes: any}} basics the units come later
 */
export function createApp(view, prefs, { district, classification, classes }) {
  /** @type {() => void} */
  let paintedOnce = () => {};
  const listeners = [];
  const correctionListeners = [];
  const dataListeners = [];
  const byUnit = new Map();
  const app = {
    view, prefs, district, classification, classes,
    /** @type {any[]} */
    units: [],
    onlyClass: createStore({ code: null }),
    map: null,
    card: null,
    print: null,
    scenario: null,
    list: null,
    /** Kept once the map is painted for the first time. @type {Promise<void>} */
    painted: new Promise((resolve) => { paintedOnce = resolve; }),
    paintedOnce: () => paintedOnce(),
    useUnits(units) {
      app.units = units;
      byUnit.clear();
      units.forEach((unit) => byUnit.set(unit.id, unit));
    },
    unit: (id) => byUnit.get(id) ?? null,
    districtUnit: () => app.units.find((unit) => unit.kind === "district") ?? null,
    asOf: () => view.get().asOf ?? district.asOf,
    hasPlan: hasPlan(district),
    /** Without parcels there is nothing to draw or count; the page then is the data screen alone. */
    hasLand: () => district.asOf !== null,
    onLanguage: (listener) => listeners.push(listener),
    spoken: () => listeners.forEach((listener) => listener()),
    onCorrected: (listener) => correctionListeners.push(listener),
    onData: (listener) => dataListeners.push(listener),
    /** Snapshots came or went: everything is asked for again. */
    async refresh() {
      api.forget();
      const now = await api.district();
      if ((now.asOf !== null) !== app.hasLand()) {
        startAnew(view);
        return;
      }
      if (!app.hasLand()) {
        return;
      }
      const { units: fresh } = await api.units();
      Object.assign(district, now);
      app.hasPlan = hasPlan(district);
      app.useUnits(fresh);
      if (!district.dates.includes(app.asOf())) {
        view.set({ asOf: null });
      }
      app.map.retryTiles();
      dataListeners.forEach((listener) => listener());
    },
    /** A correction changed what is known of a parcel: everything drawn from it is drawn anew. */
    corrected(id) {
      correctionListeners.forEach((listener) => listener());
      app.map.retryTiles();
      return app.card.openId(id);
    },
    focusUnit(id) {
      const unit = byUnit.get(id) ?? null;
      const whole = !unit || unit.kind === "district";
      view.set({ unit: whole ? null : id });
      app.map.fit(whole ? district.bounds : unit.bounds, { maxZoom: 17 });
    },
    /** Before the panels stand there is no card; they open what the address names themselves. */
    openParcel(id, bounds) {
      if (bounds) {
        app.map.fit(bounds, { maxZoom: 17, rightPixels: app.card.floats() ? CARD_PIXELS : 0 });
      }
      return app.card?.openId(id);
    },
    drawUnitFocus() {
      const { unit } = view.get();
      const kind = byUnit.get(unit)?.kind;
      const feature = kind && app.map.overlays.features(`units:${kind}`).find((one) => String(one.properties.id) === unit);
      app.map.selection.unit(feature?.geometry ?? null);
    },
  };
  return app;
}

const hasPlan = (district) => district.layers.some((layer) => layer.kind === "zoning");

/** The first parcels came, or the last ones went: another page, at another place. */
function startAnew(view) {
  window.history.replaceState(null, "", toHash({ ...view.get(), z: null, lat: null, lon: null }));
  window.location.reload();
}
