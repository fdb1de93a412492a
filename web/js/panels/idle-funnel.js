/**
 * The funnel from nominal to usable land: what is left after each step, and the parcels that fell out, with reasons.
 */
import * as api from "../api.js";
import { h, replaceKeepingFocus } from "../dom.js";
import { formatNumber } from "../format.js";
import { language, t } from "../i18n.js";
import { empty, failed, latest } from "./feedback.js";
import { IDLE, loading } from "./progress.js";
import { area, both, siteButton, siteLines } from "./idle-site.js";
import { pager } from "./pager.js";

const PAGE = 20;

/** @param {object} app @param {HTMLElement} panel @returns {import("./idle.js").IdleView} */
export function createIdleFunnel(app, panel) {
  const newest = latest();
  let answer = null;
  let order = null;
  let step = "usable";
  let offset = 0;

  async function load() {
    if (!answer) {
      panel.replaceChildren(loading(8, IDLE));
    }
    const { asOf, unit } = app.view.get();
    try {
      const found = await newest((signal) =>
        api.funnel({ asOf, unit, order: order?.join(","), step, limit: PAGE, offset }, signal));
      if (found) {
        answer = found;
        draw();
      }
    } catch (failure) {
      answer = null;
      panel.replaceChildren(failed(failure, load));
    }
  }

  function choose(key) {
    step = key;
    offset = 0;
    load();
  }

  function move(key, by) {
    const keys = answer.steps.map((one) => one.key);
    const at = keys.indexOf(key);
    [keys[at], keys[at + by]] = [keys[at + by], keys[at]];
    order = keys;
    offset = 0;
    load();
  }

  function turn(by) {
    offset = Math.max(0, offset + by * PAGE);
    load();
  }

  function draw() {
    if (!answer) {
      return;
    }
    replaceKeepingFocus(panel,
      h("ol", { class: "funnel", "aria-label": t("funnel.title") },
        bar({ title: t("funnel.entered"), count: answer.entered, areaM2: answer.enteredM2 }, null),
        answer.steps.map((one, at) => bar({ title: both(one, "title"), count: one.left, areaM2: one.leftM2 }, one, at)),
        bar({ title: t("funnel.usable"), count: answer.usable, areaM2: answer.usableM2, usable: true }, null)),
      h("p", { class: "soft note", text: t("funnel.source", { source: both(answer.policy, "source") }) }),
      h("h3", { class: "list-head", text: chosenTitle() }),
      answer.sites.length ? h("ol", { class: "cases" }, answer.sites.map(fallen)) : empty(t("funnel.noneFell")),
      answer.total > PAGE ? pager(offset, PAGE, answer.total, turn) : null);
  }

  function chosenTitle() {
    const found = answer.steps.find((one) => one.key === answer.step);
    return found ? t("funnel.fellAt", { step: both(found, "title"), count: formatNumber(answer.total) })
      : t("funnel.passed", { count: formatNumber(answer.total) });
  }

  /** @param {{title: string, count: number, areaM2: number, usable?: boolean}} step */
  function bar({ title, count, areaM2, usable }, one, at = 0) {
    const share = answer.enteredM2 ? (areaM2 / answer.enteredM2) * 100 : 0;
    const key = usable ? "usable" : one?.key;
    return h("li", { class: `funnel-step ${key && key === answer.step ? "is-focus" : ""}` },
      h("div", { class: "funnel-line" },
        key ? h("button", { type: "button", class: "link", text: title, "aria-pressed": String(key === answer.step),
          dataset: { key: `funnel-${key}`, testid: `funnel-${key}` }, on: { click: () => choose(key) } })
          : h("span", { text: title }),
        h("span", { class: "funnel-figures" },
          h("span", { class: "num soft", text: t("funnel.parcels", { count: formatNumber(count) }) }), area(areaM2, app))),
      h("span", { class: "funnel-track", "aria-hidden": "true" },
        h("span", { class: `funnel-bar ${usable ? "is-usable" : ""}`, style: { width: `${share}%` } })),
      one ? h("div", { class: "funnel-line soft" },
        one.fell ? h("span", {}, t("funnel.fell", { count: formatNumber(one.fell) }), " ", area(one.fellM2, app))
          : h("span", { text: t("funnel.fellNone") }),
        h("span", { class: "funnel-moves" }, mover(one, -1, at === 0), mover(one, 1, at === answer.steps.length - 1)))
        : null);
  }

  function mover(one, by, off) {
    const label = t(by < 0 ? "funnel.earlier" : "funnel.later", { step: both(one, "title") });
    return h("button", { type: "button", class: "mini-button", disabled: off, title: label, "aria-label": label,
      text: by < 0 ? "↑" : "↓", dataset: { key: `move-${one.key}-${by}` }, on: { click: () => move(one.key, by) } });
  }

  function fallen(site) {
    const words = [both(site, "reason"), ...(both(site, "remarks") ?? [])].filter(Boolean);
    return h("li", {}, siteButton(site, app, "funnel-site", siteLines(site, app),
      words.length ? h("span", { class: "case-line", text: words.join(language() === "en" ? "; " : "；") }) : null));
  }

  return {
    load,
    draw,
    restart() {
      offset = 0;
    },
  };
}
