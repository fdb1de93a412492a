/**
 * How far a transfer or an import has come, with a way to stop it.
 */
import { h, replaceKeepingFocus } from "../../dom.js";
import { formatNumber } from "../../format.js";
import { t } from "../../i18n.js";

/**
 * @typedef {object} Standing
 * @property {string} phase "sending", "queued" or "running"
 * @property {number} [done] bytes sent
 * @property {number} [total]
 * @property {number} [rows]
 * @property {number} [rowsPerSecond]
 * @property {number|null} [percent]
 * @property {number|null} [remainingSeconds]
 * @property {boolean} [stored] whether the layer stays, so that only its check can still be cancelled
 */

/**
 * @param {HTMLElement} place
 * @param {{title: string, cancel: () => void}} given
 */
export function createJob(place, { title, cancel }) {
  /** @type {Standing} */
  let standing = { phase: "queued" };

  /** @param {{phase: string, done?: number, total?: number, percent?: number}} standing */
  const percentOf = ({ phase, done, total, percent }) =>
    (phase === "sending" ? (total ? (100 * done) / total : 0) : percent ?? 0);

  function words(now) {
    if (now.phase !== "running") {
      return t(`data.phase.${now.phase}`);
    }
    if (now.stored) {
      return t("data.checking");
    }
    const left = now.remainingSeconds === null || now.remainingSeconds === undefined ? ""
      : t("data.left", { seconds: formatNumber(Math.ceil(now.remainingSeconds)) });
    return [t("data.rows", { rows: formatNumber(now.rows ?? 0), rate: formatNumber(Math.round(now.rowsPerSecond ?? 0)) }), left]
      .filter(Boolean).join(" · ");
  }

  function draw() {
    const percent = Math.floor(percentOf(standing));
    replaceKeepingFocus(place, h("div", { class: "data-job", dataset: { testid: "data-job" } },
      h("strong", { text: title }),
      h("div", { class: "progress" },
        h("progress", { max: 100, value: percent, "aria-label": t("data.progress") }),
        h("span", { class: "num", text: `${percent}%` })),
      h("p", { class: "soft", text: words(standing) }),
      h("button", { type: "button", class: "button", dataset: { key: "cancel", testid: "data-cancel" }, text: t(standing.stored ? "data.cancelCheck" : "data.cancel"), on: { click: cancel } })));
  }

  return {
    draw,
    /** @param {Standing} next */
    update(next) {
      standing = next;
      draw();
    },
  };
}
