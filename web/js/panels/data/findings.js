/**
 * What an import found: how many of each kind, then one by one; a click shows the place on the map.
 */
import * as api from "../../api.js";
import { h, replaceKeepingFocus } from "../../dom.js";
import { formatNumber } from "../../format.js";
import { language, t } from "../../i18n.js";
import { empty, failed, latest } from "../feedback.js";
import { pager } from "../pager.js";
import { loading } from "../progress.js";

const PAGE = 20;

/** @param {object} app @param {HTMLElement} place */
export function createFindings(app, place) {
  const newest = latest();
  let snapshot = null;
  let answer = null;
  let offset = 0;

  async function load() {
    if (!answer) {
      place.replaceChildren(loading(4));
    }
    try {
      const found = await newest((signal) => api.snapshotFindings(snapshot, { limit: PAGE, offset }, signal));
      if (found) {
        answer = found;
        draw();
      }
    } catch (failure) {
      place.replaceChildren(failed(failure, load));
    }
  }

  const word = (entry, key) => (language() === "en" ? entry[`${key}En`] : entry[key]) ?? entry[key] ?? "";

  function entry(one) {
    const lines = [
      h("span", { class: "case-head" }, h("span", { class: `severity is-${one.severity}`, text: t(`data.severity.${one.severity}`) }),
        h("span", { class: "case-title", text: word(one, "title") }),
        one.row ? h("span", { class: "num soft", text: t("data.row", { row: formatNumber(one.row) }) }) : null),
      h("span", { class: "case-line", text: word(one, "text") }),
      h("span", { class: "case-line soft", text: [word(one, "who"), word(one, "remedy")].filter(Boolean).join(" · ") }),
    ];
    return h("li", {}, one.bounds
      ? h("button", { type: "button", class: "case", dataset: { testid: "finding", key: `finding-${one.code}-${one.row}-${one.id}` }, on: { click: () => open(one) } }, lines)
      : h("div", { class: "case is-plain", dataset: { testid: "finding" } }, lines));
  }

  function open(one) {
    app.map.fit(one.bounds, { maxZoom: 18 });
    app.map.draft.mark(one.bounds);
  }

  function draw() {
    if (!answer) {
      place.replaceChildren();
      return;
    }
    app.map.draft.places(answer.findings.map(({ bounds }) => bounds).filter(Boolean));
    replaceKeepingFocus(place, h("section", { class: "data-block", dataset: { testid: "findings" } },
      h("div", { class: "list-head data-list-head" }, h("h2", { text: t("data.findings", { snapshot, count: formatNumber(answer.total) }) }),
        answer.total ? h("span", { class: "finding-files" }, ["xlsx", "csv"].map((format) =>
          h("a", { href: api.findingsUrl(snapshot, /** @type {"csv"|"xlsx"} */ (format)), download: "", text: format.toUpperCase() }))) : null,
        h("button", { type: "button", class: "icon-button", "aria-label": t("close"), text: "×", dataset: { key: "close-findings" }, on: { click: clear } })),
      answer.counts.length ? h("ul", { class: "finding-counts" }, answer.counts.map((one) => h("li", {},
        h("span", { class: `severity is-${one.severity}`, text: t(`data.severity.${one.severity}`) }),
        h("span", { text: word(one, "title") }), h("span", { class: "num", text: formatNumber(one.count) })))) : empty(t("data.noFindings")),
      h("ol", { class: "cases" }, answer.findings.map(entry)),
      answer.total > PAGE ? pager(offset, PAGE, answer.total, (step) => {
        offset = Math.max(0, offset + step * PAGE);
        load();
      }) : null));
  }

  function clear() {
    snapshot = null;
    answer = null;
    app.map.draft.clear();
    draw();
  }

  return {
    draw, clear,
    /** @param {number} id */
    show(id) {
      snapshot = id;
      answer = null;
      offset = 0;
      load();
    },
  };
}
