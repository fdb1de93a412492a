/**
 * The view's state, and its two-way road to the address: what stands here can be sent as a link.
 */

/**
 * @typedef {object} ViewState
 * @property {number|null} z zoom
 * @property {number|null} lat
 * @property {number|null} lon
 * @property {"current"|"planned"} state which land use the figures and the map speak of
 * @property {string|null} asOf ISO date; null is the newest snapshot
 * @property {string|null} unit id of the unit in focus; null is the district
 * @property {string|null} parcel selected parcel
 * @property {"redline"|"landuse"|"scenario"|"idle"|"data"} panel
 * @property {string|null} scenario number of the saved scenario that is open
 * @property {string|null} idle status the idle list is filtered by
 * @property {"list"|"funnel"|"ranking"|"match"} sites which view of idle land shows
 * @property {string|null} swipe "plan" sets current and planned use side by side, a date that date and the chosen one
 * @property {string|null} layers keys of the layers that show, joined by commas; null where the link says nothing
 * @property {"zh-CN"|"en"} lang
 */

/** @type {Readonly<ViewState>} */
export const DEFAULTS = Object.freeze({
  z: null, lat: null, lon: null, state: "current", asOf: null, unit: null, parcel: null,
  panel: "redline", idle: null, sites: "list", scenario: null, swipe: null, layers: null, lang: "zh-CN",
});

const CHOICES = { state: ["current", "planned"], panel: ["redline", "landuse", "scenario", "idle", "data"], 
  sites: ["list", "funnel", "ranking", "match"], lang: ["zh-CN", "en"] };

/**
 * Reads an address's hash; what is missing or malformed falls back to the default, so an old link never breaks a page.
 * @param {string} hash with or without the leading #
 * @returns {ViewState}
 */
export function parseHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const view = { ...DEFAULTS, ...parsePlace(given.get("map")) };
  for (const key of Object.keys(CHOICES)) {
    const word = given.get(key);
    if (CHOICES[key].includes(word)) {
      view[key] = word;
    }
  }
  for (const key of ["unit", "parcel", "idle", "layers"]) {
    view[key] = given.get(key) || null;
  }
  view.scenario = /^\d{1,15}$/.test(given.get("scenario") ?? "") ? given.get("scenario") : null;
  view.asOf = /^\d{4}-\d{2}-\d{2}$/.test(given.get("asOf") ?? "") ? given.get("asOf") : null;
  view.swipe = /^(plan|\d{4}-\d{2}-\d{2})$/.test(given.get("swipe") ?? "") ? given.get("swipe") : null;
  return view;
}

function parsePlace(text) {
  const [z, lat, lon] = (text ?? "").split("/").map(Number);
  const real = [z, lat, lon].every(Number.isFinite) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && z >= 0 && z <= 22;
  return real ? { z, lat, lon } : {};
}

/**
 * Writes the state as a hash, leaving out what is at its default.
 * @param {ViewState} view
 * @returns {string} with the leading #
 */
export function toHash(view) {
  const parts = [];
  if (view.z !== null && view.lat !== null && view.lon !== null) {
    parts.push(`map=${Number(view.z.toFixed(2))}/${view.lat.toFixed(5)}/${view.lon.toFixed(5)}`);
  }
  for (const key of ["state", "asOf", "unit", "parcel", "panel", "idle", "sites", "scenario", "swipe", "layers", "lang"]) {
    if (view[key] !== null && view[key] !== DEFAULTS[key]) {
      // Colons and commas may stand in a hash; a link that is sent should be legible.
      parts.push(`${key}=${encodeURIComponent(view[key]).replaceAll("%3A", ":").replaceAll("%2C", ",")}`);
    }
  }
  return `#${parts.join("&")}`;
}

/**
 * A value that tells its listeners which of its keys changed.
 * @template {object} T
 * @param {T} initial
 */
export function createStore(initial) {
  /** @type {T} */
  let value = Object.assign({}, initial);
  const listeners = new Set();
  return {
    /** @returns {T} */
    get: () => value,
    /** @param {Partial<T>} patch */
    set(patch) {
      const changed = Object.keys(patch).filter((key) => !Object.is(patch[key], value[key]));
      if (changed.length === 0) {
        return;
      }
      value = Object.assign({}, value, patch);
      for (const listener of [...listeners]) {
        listener(value, new Set(changed));
      }
    },
    /**
     * @param {string[]} keys the listener is called when one of them changed
     * @param {(value: T) => void} listener
     * @returns {() => void} ends the subscription
     */
    on(keys, listener) {
      const wrapped = (next, changed) => {
        if (keys.some((key) => changed.has(key))) {
          listener(next);
        }
      };
      listeners.add(wrapped);
      return () => listeners.delete(wrapped);
    },
  };
}
