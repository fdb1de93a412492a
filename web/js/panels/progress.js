/**
 * What a panel shows while it has nothing to show yet, and how far the server has come with what it waits for: a bar, and
 * what is being done. Asked only while somebody waits.
 */
import { progress } from "../api.js";
import { h } from "../dom.js";
import { formatNumber } from "../format.js";
import { t } from "../i18n.js";

/** What is there sooner needs no bar. */
const POLL_MS = 700;

/** What figures, the idle list and the map wait for. */
export const FIGURES = ["figures", "overlaps"];
export const IDLE = ["idle", "sites"];
export const TILES = ["tiles"];

/** @type {Map<HTMLElement, string[]>} */
const waiting = new Map();
let timer = 0;

/**
 * @param {number} [lines]
 * @param {string[]} [purposes] what the server may have to go through first
 * @returns {HTMLElement} grey lines in the place of the text to come, so that nothing jumps, and how far the server is
 */
export function loading(lines = 6, purposes = FIGURES) {
  return h("div", { class: "loading", role: "status" },
    h("span", { class: "sr-only", text: t("loading") }),
    progressOf(purposes),
    Array.from({ length: lines }, () => h("span", { class: "skeleton", "aria-hidden": "true" })));
}

/**
 * @param {string[]} purposes passes that are waited for
 * @returns {HTMLElement} empty while no such pass is under way; has its room from the start, so that nothing jumps
 */
export function progressOf(purposes) {
  const element = h("div", { class: "pass" });
  waiting.set(element, purposes);
  timer ||= window.setTimeout(poll, POLL_MS);
  return element;
}

async function poll() {
  for (const element of [...waiting.keys()]) {
    if (!element.isConnected) {
      waiting.delete(element);
    }
  }
  if (waiting.size > 0) {
    const { passes } = await progress().catch(() => ({ passes: [] }));
    waiting.forEach((purposes, element) => show(element, passes.find(({ what }) => purposes.includes(what))));
  }
  timer = waiting.size > 0 ? window.setTimeout(poll, POLL_MS) : 0;
}

function show(element, pass) {
  if (!pass) {
    element.replaceChildren();
    return;
  }
  const { what, done, total, perSecond, remainingSeconds } = pass;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const unit = t(what === "overlaps" ? "pass.windows" : "pass.rows");
  const text = t("pass.standing", { what: t(`pass.${what}`), done: formatNumber(done), total: formatNumber(total), unit, percent: `${formatNumber(100 * share)}%` });
  const pace = remainingSeconds === null ? "" : t("pass.pace", { rate: formatNumber(perSecond), unit, seconds: formatNumber(remainingSeconds) });
  element.replaceChildren(
    h("progress", { max: "1", value: String(share), "aria-label": t(`pass.${what}`) }),
    h("span", { class: "pass-text num", text: `${text}${pace}` }));
}
