/**
 * Who did what: the audit, the newest entry first, narrowed by action, name, object and day.
 */
import * as api from "../../api.js";
import { h, replaceKeepingFocus } from "../../dom.js";
import { fieldLabel } from "../../fields.js";
import { formatMoment, formatNumber } from "../../format.js";
import { dataWord, language, t } from "../../i18n.js";
import { empty, failed, latest } from "../feedback.js";
import { pager } from "../pager.js";
import { loading } from "../progress.js";

const PAGE = 20;
/** As many digits of the chain's end as an eye compares; the whole of it is a click away. */
const SHOWN_DIGITS = 16;

/** @param {object} app @param {HTMLElement} place */
export function createAudit(app, place) {
  const newest = latest();
  let answer = null;
  let offset = 0;
  /** The list grows while it is read: pages are counted from the entry that was newest at first. */
  let upTo = null;
  let filter = {};

  async function load() {
    if (!answer) {
      place.replaceChildren(loading(4));
    }
    try {
      const found = await newest((signal) => api.audit({ ...filter, limit: PAGE, offset, upTo: offset ? upTo : null }, signal));
      if (found) {
        answer = found;
        upTo = offset ? upTo : found.head.sequence;
        draw();
      }
    } catch (problem) {
      place.replaceChildren(problem.status === 403 ? "" : failed(problem, load));
    }
  }

  function narrow(event) {
    event.preventDefault();
    filter = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value));
    offset = 0;
    load();
  }

  function field(name, more = {}) {
    return h("label", {}, h("span", { text: t(`audit.${name}`) }),
      h("input", { class: "search-input", name, value: filter[name] ?? "", dataset: { key: `audit-${name}` }, ...more }));
  }

  function filters() {
    return h("form", { class: "audit-filters", on: { submit: narrow, change: narrow }, dataset: { testid: "audit-filters" } },
      h("label", {}, h("span", { text: t("audit.action") }),
        h("select", { name: "action", dataset: { key: "audit-action", testid: "audit-action" } },
          h("option", { value: "", text: t("audit.all") }),
          answer.actions.map((word) => h("option", { value: word, text: dataWord("audit.do", word), selected: word === filter.action })))),
      field("actor"), field("object"), field("from", { type: "date" }), field("to", { type: "date" }),
      h("button", { type: "submit", class: "sr-only", text: t("audit.search") }));
  }

  function entry(one) {
    return h("li", { class: "audit-entry", dataset: { testid: "audit-entry" } },
      h("div", { class: "case-head" },
        h("span", {}, h("strong", { text: dataWord("audit.do", one.action) }), " ", h("span", { text: thing(one.object) })),
        h("time", { class: "num soft", datetime: one.at, text: formatMoment(one.at, language()) })),
      h("div", { class: "case-line soft", text: `#${formatNumber(one.sequence)} · ${one.actor} · ${dataWord("audit.role", one.role)} · ${one.address === "local" ? t("audit.here") : one.address}` }),
      one.before || one.after ? h("div", { class: "case-line audit-change" },
        one.before ? h("span", { class: "soft", text: words(one.before) }) : null, one.before ? " → " : null,
        one.after ? h("span", { text: words(one.after) }) : null) : null);
  }

  function draw() {
    if (!answer) {
      return;
    }
    const head = `${answer.head.sequence}:${answer.head.hash}`;
    replaceKeepingFocus(place, h("section", { class: "data-block", dataset: { testid: "audit" } },
      h("h2", { text: t("audit.title", { count: formatNumber(answer.total) }) }),
      filters(),
      answer.entries.length ? h("ol", { class: "audit" }, answer.entries.map(entry)) : empty(t("audit.none")),
      answer.total > PAGE ? pager(offset, PAGE, answer.total, (step) => {
        offset = Math.max(0, offset + step * PAGE);
        load();
      }) : null,
      h("details", { class: "audit-head" },
        h("summary", {}, t("audit.head"), " ", h("code", { text: head.slice(0, head.indexOf(":") + 1 + SHOWN_DIGITS) + "…" })),
        h("code", { text: head, dataset: { testid: "audit-head" } }), h("p", { class: "note", text: t("audit.head.what") }))));
  }

  return {
    draw,
    load() {
      offset = 0;
      return load();
    },
  };
}

/** "snapshot 7" and "parcels" in the reader's language; what has no word stays as it is. */
function thing(object) {
  const [, first, rest] = object.match(/^(\S+)\s*(.*)$/s) ?? [null, object, ""];
  return `${dataWord("audit.object", first)} ${rest}`.trim();
}

/** @param {any} value */
function shown(value) {
  return typeof value === "object" ? JSON.stringify(value) : dataWord("audit.value", String(value));
}

/** A correction's key is an attribute of parcels. */
function keyWord(key) {
  const word = dataWord("audit.key", key);
  return word === key ? fieldLabel(key) : word;
}

/** @param {object} values */
function words(values) {
  return Object.entries(values).filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${keyWord(key)} ${shown(value)}`).join(" · ");
}
