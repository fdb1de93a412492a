/**
 * Saved scenarios: opening, saving, comparing, withdrawing.
 */
import { accountName, may } from "../../account.js";
import * as api from "../../api/scenarios.js";
import { h } from "../../dom.js";
import { formatDate } from "../../format.js";
import { language, t } from "../../i18n.js";
import { empty, failed } from "../feedback.js";
import { withdrawForm } from "../withdraw-form.js";

const MOST = 4;
const ME = "parkland-planner";

/** @param {any} session @param {object} app @param {(ids: number[]) => void} compare */
export function createShelf(session, app, compare) {
  let list = null;
  let failure = null;
  const marked = new Set();
  /** The saved scenario that is about to be withdrawn, and why that was refused. */
  let asked = null;
  let refused = null;
  /** What was typed and is not saved yet: the panel is drawn anew with every change. @type {Record<string, string>} */
  let typed = {};

  async function load() {
    try {
      list = (await api.scenarios()).scenarios;
      failure = null;
    } catch (problem) {
      failure = problem;
    }
    app.scenario.draw();
  }

  function draw() {
    if (failure) {
      return failed(failure, load);
    }
    if (!list) {
      load();
      return null;
    }
    return h("section", { class: "scenario-shelf" },
      h("div", { class: "panel-head" }, h("h2", { text: t("scenario.saved") }), h("button", {
        type: "button", class: "button", text: t("scenario.compare"), disabled: marked.size < 2,
        dataset: { key: "scenario-compare", testid: "scenario-compare" }, on: { click: () => compare([...marked]) } })),
      list.length === 0 ? empty(t("scenario.noneSaved"))
        : h("ul", { class: "saved-list", dataset: { testid: "scenario-saved" } }, list.map(row)));
  }

  async function withdraw(one, { reason, by }) {
    try {
      await api.withdrawScenario(one.id, { version: one.version, by, reason });
      asked = null;
      refused = null;
      marked.delete(one.id);
      await load();
    } catch (problem) {
      refused = problem;
      app.scenario.draw();
    }
  }

  function ask(id) {
    asked = id;
    refused = null;
    app.scenario.draw();
  }

  /** One that is open stays until it has been left. */
  function withdrawal(one, isOpen) {
    if (isOpen || !may("planner")) {
      return null;
    }
    return h("button", { type: "button", class: "text-button", text: t("data.withdraw"), "aria-expanded": String(asked === one.id),
      "aria-label": t("scenario.withdraw", { name: one.name }), dataset: { key: `withdraw-${one.id}`, testid: "scenario-withdraw" },
      on: { click: () => ask(asked === one.id ? null : one.id) } });
  }

  function row(one) {
    const isOpen = session.get().draft?.saved?.id === one.id;
    return h("li", { class: isOpen ? "is-open" : "" },
      h("input", { type: "checkbox", checked: marked.has(one.id), disabled: !marked.has(one.id) && marked.size >= MOST,
        "aria-label": t("scenario.mark", { name: one.name }), dataset: { key: `mark-${one.id}`, testid: "scenario-mark" },
        on: { change: (event) => { marked[event.target.checked ? "add" : "delete"](one.id); app.scenario.draw(); } } }),
      h("button", { type: "button", class: "link", dataset: { key: `open-${one.id}`, testid: "scenario-open" },
        on: { click: () => app.scenario.open(one.id) } },
      h("strong", { text: one.name }),
      h("span", { class: "soft", text: t("scenario.savedBy", { by: one.savedBy, date: formatDate(one.savedAt.slice(0, 10), language()),
        version: one.version, count: one.changes }) }),
      one.note ? h("span", { class: "soft", text: one.note }) : null),
      withdrawal(one, isOpen),
      asked === one.id && !isOpen ? withdrawForm(app, { what: t("scenario.withdraw.what"), failure: refused,
        onSend: (signed) => withdraw(one, signed), onKeep: () => ask(null) }) : null);
  }

  /** The form that saves; who saves is remembered for the next time. */
  function saveForm() {
    const { draft, busy } = session.get();
    const field = (key, value, more = {}) => h("label", { class: "form-field" }, h("span", { text: t(`scenario.${key}`) }),
      h("input", { class: "search-input", name: key, value: typed[key] ?? value, required: key !== "note", dataset: { key: `save-${key}`, testid: `save-${key}` }, ...more,
        on: { input: (event) => { typed[key] = event.target.value; } } }));
    const form = h("form", { class: "save-form", dataset: { testid: "scenario-save-form" } },
      field("name", draft.saved?.name ?? "", { maxlength: 100 }),
      field("by", accountName() ?? window.localStorage.getItem(ME) ?? "", { maxlength: 100, readOnly: accountName() !== null }),
      field("note", draft.saved?.note ?? "", { maxlength: 2000 }),
      h("div", { class: "button-row" },
        h("button", { type: "submit", class: "button primary", value: "save", disabled: busy, text: t("scenario.save"), dataset: { key: "save", testid: "scenario-save" } }),
        draft.saved ? h("button", { type: "submit", class: "button", value: "new", disabled: busy, text: t("scenario.saveNew"), dataset: { key: "save-new" } }) : null));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const given = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)]));
      window.localStorage.setItem(ME, given.by);
      const submitter = /** @type {HTMLButtonElement|null} */ (event.submitter);
      await session.save({ name: given.name, by: given.by, note: given.note, asNew: submitter?.value === "new" });
      if (session.get().failure) {
        return;
      }
      typed = {};
      app.view.set({ scenario: String(session.get().draft?.saved?.id ?? "") || null });
      load();
    });
    return h("section", {}, h("h2", { text: t("scenario.keep") }), form);
  }

  /** Saved scenarios are asked for anew when they are next looked at. */
  function forget() {
    list = null;
  }

  return { draw, load, saveForm, forget };
}
