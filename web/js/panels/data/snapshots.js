/**
 * All imports, the newest first; one can be withdrawn with a reason.
 */
import { accountName } from "../../account.js";
import * as api from "../../api.js";
import { h, replaceKeepingFocus } from "../../dom.js";
import { formatDate, formatNumber } from "../../format.js";
import { language, t } from "../../i18n.js";
import { failed, loading } from "../feedback.js";

/**
 * @param {object} app
 * @param {HTMLElement} place
 * @param {{onFindings: (snapshot: number) => void, onChanged: () => Promise<void>}} events
 */
export function createSnapshots(app, place, { onFindings, onChanged }) {
  let answer = null;
  /** The snapshot that is about to be withdrawn. */
  let asked = null;
  let failure = null;

  async function load() {
    if (!answer) {
      place.replaceChildren(loading(5));
    }
    try {
      answer = await api.snapshots();
      draw();
    } catch (problem) {
      place.replaceChildren(failed(problem, load));
    }
  }

  async function withdraw(event, one) {
    event.preventDefault();
    const form = new FormData(event.target);
    try {
      await api.withdraw(one.snapshot, String(form.get("reason")), String(form.get("by")));
      asked = null;
      failure = null;
      await onChanged();
    } catch (problem) {
      failure = problem;
      draw();
    }
  }

  function question(one) {
    return h("form", { class: "withdraw", on: { submit: (event) => withdraw(event, one) } },
      h("p", { text: t("data.withdraw.what") }),
      h("label", {}, h("span", { text: t("data.withdraw.reason") }), h("input", { class: "search-input", name: "reason", required: true, maxlength: 500, dataset: { key: "reason", testid: "withdraw-reason" } })),
      h("label", {}, h("span", { text: t("data.withdraw.by") }), h("input", { class: "search-input", name: "by", required: true, maxlength: 100, value: app.prefs.get().by, readOnly: accountName() !== null, dataset: { key: "by", testid: "withdraw-by" } })),
      failure ? h("p", { class: "note is-breach", role: "alert", text: failure.detail || failure.message }) : null,
      h("div", { class: "data-actions" },
        h("button", { type: "submit", class: "button", dataset: { key: "withdraw", testid: "withdraw-send" }, text: t("data.withdraw") }),
        h("button", { type: "button", class: "button", dataset: { key: "keep" }, text: t("data.withdraw.not"), on: { click: () => ask(null) } })));
  }

  function ask(id) {
    asked = id;
    failure = null;
    draw();
  }

  function entry(one) {
    const gone = one.withdrawal;
    return h("li", { class: `snapshot ${gone ? "is-withdrawn" : ""}`, dataset: { testid: "snapshot" } },
      h("div", { class: "case-head" }, h("span", {}, h("strong", { text: kindName(one) }), " ", h("span", { text: formatDate(one.asOf, language()) })),
        h("span", { class: "num soft", text: t("data.count", { count: formatNumber(one.count) }) })),
      h("div", { class: "case-line soft" }, h("span", { text: `#${one.snapshot} · ${one.source}` })),
      h("div", { class: "case-line soft" }, h("span", { text: [one.crs, one.encoding, one.edition, t("data.importedBy", { by: one.importedBy, at: formatDate(one.importedAt.slice(0, 10), language()) })].filter(Boolean).join(" · ") })),
      gone ? h("div", { class: "case-line", text: t("data.withdrawn", { reason: gone.reason, by: gone.by, at: formatDate(gone.at.slice(0, 10), language()) }) }) : null,
      h("div", { class: "snapshot-actions" },
        h("button", { type: "button", class: "link", dataset: { key: `findings-${one.snapshot}` }, text: t("data.showFindings"), on: { click: () => onFindings(one.snapshot) } }),
        gone ? null : h("button", { type: "button", class: "link", dataset: { key: `ask-${one.snapshot}`, testid: "snapshot-withdraw" }, "aria-expanded": String(asked === one.snapshot),
          text: t("data.withdraw"), on: { click: () => ask(asked === one.snapshot ? null : one.snapshot) } })),
      asked === one.snapshot ? question(one) : null);
  }

  function draw() {
    if (answer) {
      replaceKeepingFocus(place, h("section", { class: "data-block" },
        h("h2", { text: t("data.snapshots", { count: formatNumber(answer.snapshots.length) }) }),
        h("ol", { class: "snapshots" }, answer.snapshots.map(entry))));
    }
  }

  return { load, draw };
}

function kindName({ kind, name }) {
  return name === kind ? t(`data.kind.${kind}`) : `${t(`data.kind.${kind}`)} · ${name}`;
}
