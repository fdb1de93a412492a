/**
 * Figures that open the parcels behind them.
 */
import { h } from "../../dom.js";
import { formatArea, formatPercent } from "../../format.js";

/**
 * @param {string} text
 * @param {string} key stable, for the focus
 * @param {() => void} open
 * @param {string} [testid]
 */
export function figureButton(text, key, open, testid) {
  return h("button", { type: "button", class: "link figure-link num", text, dataset: { key, testid: testid ?? key }, on: { click: open } });
}

/** An area in the chosen unit that opens its parcels. */
export function areaButton(areaM2, app, key, open) {
  return figureButton(formatArea(areaM2, app.prefs.get().areaUnit), key, open);
}

/** @param {number|null|undefined} ratio @param {number} [threshold] */
export function percentText(ratio, threshold) {
  const text = formatPercent(ratio, threshold);
  return ratio === null || ratio === undefined ? text : `${text}%`;
}
