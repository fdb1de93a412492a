/**
 * Turns the pages of a list that the server cuts.
 */
import { h } from "../dom.js";
import { formatNumber } from "../format.js";
import { t } from "../i18n.js";

/**
 * @param {number} offset of the first row shown
 * @param {number} page rows on a page
 * @param {number} total
 * @param {(step: -1|1) => void} turn
 */
export function pager(offset, page, total, turn) {
  const last = Math.min(total, offset + page);
  const button = (key, step, off) => h("button", {
    type: "button", class: "button", text: t(key), disabled: off, dataset: { key }, on: { click: () => turn(step) },
  });
  return h("nav", { class: "pager", "aria-label": t("idle.pages") },
    button("idle.previous", -1, offset === 0),
    h("span", { class: "num", "aria-live": "polite",
      text: t("idle.range", { from: total ? offset + 1 : 0, to: formatNumber(last), total: formatNumber(total) }) }),
    button("idle.next", 1, last >= total));
}
