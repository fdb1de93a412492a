/**
 * What a planner chose for this browser, kept between visits: unit of area, layers, marks. Never part of a link.
 */
import { createStore } from "./state.js";

const KEY = "parkland.prefs";

/** The units a planner may choose from, in the order of the menu. */
export const AREA_UNIT_NAMES = /** @type {Array<import("./format.js").AreaUnit>} */ (["ha", "mu", "km2", "m2"]);

/**
 * @typedef {object} Prefs
 * @property {import("./format.js").AreaUnit} areaUnit
 * @property {boolean} idleMarks
 * @property {boolean} patterns
 * @property {"none"|"number"|"class"} parcelLabels
 * @property {number} opacity 0.2 to 1
 * @property {string[]} overlays keys of the layers that show
 * @property {string[]} layerOrder groups of layers, the uppermost first
 * @property {Record<string, number>} layerOpacity by group, 0.2 to 1; 1 where not named
 * @property {boolean} leftOpen
 * @property {string} baseMap name of the base map; empty for none
 * @property {boolean} sideWide the figures take the greater part of the window
 * @property {string} by name under which this browser's planner enters corrections
 */

/** @type {Prefs} */
const DEFAULTS = {
  areaUnit: "ha",
  idleMarks: true,
  patterns: false,
  parcelLabels: "class",
  opacity: 1,
  overlays: ["units:district", "units:zone", "protection:1", "protection:2", "reference:places"],
  layerOrder: ["finding", "units", "protection", "constraint", "reference"],
  layerOpacity: {},
  leftOpen: true,
  sideWide: false,
  baseMap: "",
  by: "",
};

/** @param {unknown} stored @returns {Prefs} only what is known and of the right type */
export function checkedPrefs(stored) {
  const given = stored && typeof stored === "object" ? stored : {};
  const prefs = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS)) {
    if (typeof given[key] === typeof DEFAULTS[key] && Array.isArray(given[key]) === Array.isArray(DEFAULTS[key])) {
      prefs[key] = given[key];
    }
  }
  prefs.areaUnit = AREA_UNIT_NAMES.includes(prefs.areaUnit) ? prefs.areaUnit : DEFAULTS.areaUnit;
  prefs.layerOrder = [...new Set([...prefs.layerOrder.filter((group) => DEFAULTS.layerOrder.includes(group)), ...DEFAULTS.layerOrder])];
  prefs.layerOpacity = Object.fromEntries(Object.entries(prefs.layerOpacity ?? {})
    .filter(([group, share]) => DEFAULTS.layerOrder.includes(group) && share >= 0.2 && share <= 1));
  prefs.opacity = Math.min(1, Math.max(0.2, prefs.opacity));
  return prefs;
}

/** @param {Storage} [storage] */
export function createPrefs(storage = window.localStorage) {
  const store = createStore(checkedPrefs(read(storage)));
  store.on(Object.keys(DEFAULTS), (prefs) => write(storage, prefs));
  return store;
}

function read(storage) {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

/** A browser may forbid storage; the page then works and forgets. */
function write(storage, prefs) {
  try {
    storage.setItem(KEY, JSON.stringify(prefs));
  } catch {
    // kept for this visit only
  }
}
