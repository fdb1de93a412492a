/**
 * The signs of the red line: a bar with the line drawn across it, and a mark that tells the verdict by its shape.
 */
import { h } from "../dom.js";
import { t } from "../i18n.js";

const MARKS = { pass: "✓", breach: "✕", "cannot-tell": "?" };

/** The large bar ends at twice the line while the share fits, to show small distances; small bars always end at 100%. */
const LARGE_END = 2;

/** @param {"pass"|"breach"|"cannot-tell"|undefined} status */
export function statusMark(status = "cannot-tell") {
  return h("span", { class: `mark mark-${status}`, title: t(`redline.status.${status}`) },
    h("span", { "aria-hidden": "true", text: MARKS[status] }),
    h("span", { class: "sr-only", text: t(`redline.status.${status}`) }));
}

/**
 * @param {number|null|undefined} ratio
 * @param {number} threshold
 * @param {{large?: boolean, label?: string}} look a bar without a label is decoration beside its number
 */
export function ratioBar(ratio, threshold, { large = false, label }) {
  const end = large && (ratio ?? 0) < threshold * LARGE_END ? threshold * LARGE_END : 1;
  const at = (share) => `${Math.min(100, (share / end) * 100)}%`;
  const known = ratio !== null && ratio !== undefined;
  return h("div", {
    class: `ratio-bar ${large ? "ratio-bar-large" : ""} ${known && ratio < threshold ? "is-short" : ""} ${known ? "" : "is-unknown"}`,
    role: label ? "img" : null, "aria-label": label, "aria-hidden": label ? null : "true",
  },
  h("span", { class: "ratio-fill", style: { width: known ? at(ratio) : "0" } }),
  h("span", { class: "ratio-line", style: { left: at(threshold) } }),
  large ? h("span", { class: "ratio-line-label", style: { left: at(threshold) }, text: `${threshold * 100}%` }) : null);
}
