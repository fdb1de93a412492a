import { h } from "../dom.js";
import { formatArea, formatPercent } from "../format.js";
import { t } from "../i18n.js";

const MOST_DOUBTS = 8;
/** Ratios that differ by less print the same at two decimals. */
const VISIBLE = 0.00005;

/**
 * What the data leave open: the lowest and highest ratio, and where the verdict is open what would decide it.
 * @param {any} redLine as `/api/redline` answers
 * @param {number} threshold
 * @param {string} areaUnit
 * @returns {HTMLElement|null} null where nothing visible is open
 */
export function doubtsOf(redLine, threshold, areaUnit) {
  const range = rangeOf(redLine, threshold);
  const doubts = redLine?.doubts ?? [];
  if (!range && doubts.length === 0) {
    return null;
  }
  return h("div", { class: "doubts", dataset: { testid: "redline-doubts" } },
    range && h("dl", { class: "facts" }, h("dt", { text: t("redline.interval") }), h("dd", { class: "num", text: range })),
    doubts.length > 0 && h("p", { class: "figure-note", text: t("redline.deciding") }),
    doubts.length > 0 && h("ul", {}, doubts.slice(0, MOST_DOUBTS).map((doubt) => doubtLine(doubt, areaUnit))),
    doubts.length > MOST_DOUBTS && h("p", { class: "soft", text: t("redline.moreDoubts", { count: doubts.length - MOST_DOUBTS }) }));
}

function rangeOf(redLine, threshold) {
  const { lowestRatio: lowest, highestRatio: highest } = redLine ?? {};
  if (lowest == null || highest == null || highest - lowest < VISIBLE) {
    return null;
  }
  return `${formatPercent(lowest, threshold)}% – ${formatPercent(highest, threshold)}%`;
}

function doubtLine(doubt, areaUnit) {
  return h("li", {}, h("span", { text: t(`redline.cause.${doubt.cause}`) }), " ",
    h("span", { class: "code", text: doubt.subject }), " ",
    h("span", { class: "num", text: formatArea(doubt.areaM2, areaUnit) }), " ",
    h("span", { class: "unit", text: t(`unit.${areaUnit}`) }));
}
