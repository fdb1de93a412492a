/**
 * What a sheet is asked for: the map as it is on the screen, in the words of the API.
 */

/**
 * @typedef {object} Sheet
 * @property {"a4"|"a3"} paper
 * @property {"portrait"|"landscape"} orientation
 * @property {number} scale the n of 1:n, 0 for the largest that fits
 * @property {string} title
 * @property {boolean} grid
 */

/**
 * @param {Sheet} sheet
 * @param {object} screen
 * @param {import("./state.js").ViewState} screen.view
 * @param {import("./prefs.js").Prefs} screen.prefs
 * @param {string|null} screen.only the class that is brought out
 * @param {[number, number, number, number]} screen.bounds west, south, east, north
 * @returns {Record<string, string|number|boolean|null>}
 */
export function printQuery({ paper, orientation, scale, title, grid }, { view, prefs, only, bounds }) {
  return {
    bounds: bounds.map((side) => side.toFixed(7)).join(","), scale: scale || null, paper, orientation,
    title: title.trim() || null, state: view.state, asOf: view.asOf, layers: prefs.overlays.join(",") || "none",
    idle: prefs.idleMarks, patterns: prefs.patterns, labels: prefs.parcelLabels, opacity: prefs.opacity, only, grid,
    lang: view.lang,
  };
}

/**
 * The box around a frame.
 * @param {Array<[number, number]>} corners
 * @returns {[number, number, number, number]}
 */
export function boxAround(corners) {
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
