/**
 * All imports, the newest first; one can be withdrawn with a reason.
 */
import * as api from "../../api.js";
import { h, replaceKeepingFocus } from "../../dom.js";
import { formatDate, formatNumber } from "../../format.js";
import { language, t } from "../../i18n.js";
import { failed } from "../feedback.js";
import { loading } from "../progress.js";
import { withdrawForm } from "../withdraw-form.js";

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

  async function withdraw(one, { reason, by }) {
    try {
      await api.withdraw(one.snapshot, reason, by);
      asked = null;
      failure = null;
      await onChanged();
    } catch (problem) {
      failure = problem;
      draw();
    }
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
      asked === one.snapshot ? withdrawForm(app, { what: t("data.withdraw.what"), failure,
        onSend: (signed) => withdraw(one, signed), onKeep: () => ask(null) }) : null);
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
