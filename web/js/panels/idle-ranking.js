/**
 * The usable sites in their ranking: weights on sliders, the server ranks anew; the part of each criterion and how
 * steadily a place is kept.
 */
import * as api from "../api.js";
import { debounce, h, replaceKeepingFocus } from "../dom.js";
import { formatNumber } from "../format.js";
import { language, t } from "../i18n.js";
import { exportMenu } from "./export-menu.js";
import { empty, failed, latest } from "./feedback.js";
import { IDLE, loading } from "./progress.js";
import { both, siteButton, siteLines } from "./idle-site.js";
import { pager } from "./pager.js";

const PAGE = 20;
const SLIDER_MAX = 50;
/** Long enough to gather a drag, short enough to feel live. */
const PAUSE_MS = 120;

/** @param {object} app @param {HTMLElement} panel @returns {import("./idle.js").IdleView} */
export function createIdleRanking(app, panel) {
  const newest = latest();
  const weights = new Map();
  let answer = null;
  let offset = 0;
  let slidersOpen = true;

  async function load() {
    if (!answer) {
      panel.replaceChildren(loading(12, IDLE));
    }
    const { asOf, unit } = app.view.get();
    try {
      const found = await newest((signal) =>
        api.candidates({ asOf, unit, weights: chosen(), limit: PAGE, offset }, signal));
      if (found) {
        answer = found;
        draw();
      }
    } catch (failure) {
      answer = null;
      panel.replaceChildren(failed(failure, load));
    }
  }

  const chosen = () => [...weights].map(([key, weight]) => `${key}=${weight}`).join(",");

  /** The list as it stands, with the weights of the sliders. */
  function exports() {
    const { asOf, unit } = app.view.get();
    return exportMenu({ what: "candidates", list: true, query: { asOf, unit, weights: chosen() } });
  }

  const reload = debounce(load, PAUSE_MS);

  function weigh(key, weight) {
    weights.set(key, weight);
    offset = 0;
    reload();
  }

  function reset() {
    weights.clear();
    offset = 0;
    load();
  }

  function turn(by) {
    offset = Math.max(0, offset + by * PAGE);
    panel.parentElement.scrollTop = 0;
    load();
  }

  function draw() {
    if (!answer) {
      return;
    }
    const list = answer.candidates.length ? h("ol", { class: "cases" }, answer.candidates.map(candidate))
      : empty(t("ranking.empty"));
    const note = h("p", { class: "soft note", text: t("ranking.note", {
      top: answer.stability.top, variations: formatNumber(answer.stability.variations),
      spread: formatNumber(answer.stability.spread * 100) }) });
    const pages = pager(offset, PAGE, answer.total, turn);
    const held = panel.querySelector(".sliders");
    if (held?.querySelector("input[type=range]:focus")) {
      // A slider that is being dragged must stay the same element, or the drag ends.
      held.nextElementSibling.replaceChildren(note, exports(), list, pages);
      return;
    }
    replaceKeepingFocus(panel, sliders(), h("div", { dataset: { testid: "ranking" } }, note, exports(), list, pages));
  }

  function sliders() {
    const block = h("details", { class: "sliders", open: slidersOpen },
      h("summary", { text: t("ranking.weights", { policy: both(answer.policy, "title") }) }),
      h("div", { class: "slider-rows" }, answer.criteria.map(slider)),
      h("p", {}, h("button", { type: "button", class: "button", text: t("ranking.reset"), dataset: { key: "reset" },
        disabled: weights.size === 0, on: { click: reset } })));
    block.addEventListener("toggle", () => { slidersOpen = block.open; });
    return block;
  }

  function slider({ key, weight, policyWeight, ...words }) {
    const value = h("span", { class: "num", text: formatNumber(weight) });
    const input = h("input", { type: "range", min: 0, max: Math.max(SLIDER_MAX, policyWeight), step: 1, value: weight,
      dataset: { key: `weight-${key}`, testid: `weight-${key}` }, on: { input: (event) => {
        value.textContent = formatNumber(Number(event.target.value));
        block().querySelector(".button").removeAttribute("disabled");
        weigh(key, Number(event.target.value));
      } } });
    return h("label", { class: "slider" }, h("span", { text: both(words, "title") }), input, value);
  }

  const block = () => panel.querySelector(".sliders");

  function candidate(site) {
    const isOpen = app.view.get().parcel === site.parcel;
    const [way] = site.reuse;
    const rank = h("span", { class: "rank num", text: site.rank });
    return h("li", {},
      siteButton(site, app, "candidate", siteLines(site, app, rank),
        h("span", { class: "scores" },
          h("span", { class: "score" }, h("strong", { class: "num", text: formatNumber(site.score, 2) }),
            h("span", { class: "unit", text: t("ranking.points") })),
          h("span", { class: "parts", role: "img", "aria-label": site.parts.map(partWords).join(language() === "en" ? ", " : "，") },
            site.parts.map((part) => h("span", { class: "part", title: partWords(part) },
              h("span", { style: { height: `${part.points * 10}%` } })))),
          h("span", { class: "stability" }, h("span", { class: "soft", text: t("ranking.stability") }),
            h("span", { class: "num", text: `${formatNumber(site.stability * 100)}%` }))),
        way ? h("span", { class: "case-line", text: t("ranking.way", { way: both(way, "title") }) }) : null),
      isOpen ? details(site) : null);
  }

  function partWords(part) {
    return `${both(part, "title")} ${formatNumber(part.points, 1)}`;
  }

  /** How the open site's score comes about, and what could be done with it. */
  function details(site) {
    const figure = (part) => (part.figure === null ? "—" : `${formatNumber(part.figure, Number.isInteger(part.figure) ? 0 : 2)} ${part.unit}`);
    return h("div", { class: "site-details" },
      h("table", { class: "table" }, h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("ranking.criterion") }),
        h("th", { scope: "col", class: "num", text: t("ranking.figure") }),
        h("th", { scope: "col", class: "num", text: t("ranking.pointsHead") }),
        h("th", { scope: "col", class: "num", text: t("ranking.part") }))),
      h("tbody", {}, site.parts.map((part) => h("tr", {}, h("th", { scope: "row", text: both(part, "title") }),
        h("td", { class: "num", text: figure(part) }), h("td", { class: "num", text: formatNumber(part.points, 1) }),
        h("td", { class: "num", text: formatNumber(part.part, 2) })))),
      h("tfoot", {}, h("tr", {}, h("th", { scope: "row", text: t("ranking.sum") }), h("td"), h("td"),
        h("td", { class: "num", text: formatNumber(site.score, 2) })))),
      site.reuse.length ? h("ol", { class: "ways", "aria-label": t("ranking.ways") }, site.reuse.map((way) => h("li", {},
        h("strong", { text: both(way, "title") }), h("span", { text: both(way, "reason") }),
        h("span", { class: "soft", text: t("ranking.lead", { days: formatNumber(way.leadDays), source: both(way, "source") }) })))) : null);
  }

  return {
    load,
    draw,
    restart() {
      offset = 0;
    },
  };
}
