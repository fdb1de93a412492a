/**
 * Withdrawing something that is kept: what it means, why, and who does it.
 */
import { accountName } from "../account.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";

/**
 * @param {object} app
 * @param {object} given
 * @param {string} given.what what withdrawing it means
 * @param {any} given.failure why it was refused, or null
 * @param {(signed: {reason: string, by: string}) => void} given.onSend
 * @param {() => void} given.onKeep
 */
export function withdrawForm(app, { what, failure, onSend, onKeep }) {
  const field = (name, more) => h("label", {}, h("span", { text: t(`data.withdraw.${name}`) }),
    h("input", { class: "search-input", name, required: true, dataset: { key: name, testid: `withdraw-${name}` }, ...more }));
  const send = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    onSend({ reason: String(form.get("reason")), by: String(form.get("by")) });
  };
  return h("form", { class: "withdraw", on: { submit: send } },
    h("p", { text: what }),
    field("reason", { maxlength: 500 }),
    field("by", { maxlength: 100, value: accountName() ?? app.prefs.get().by, readOnly: accountName() !== null }),
    failure ? h("p", { class: "note is-breach", role: "alert", text: failure.detail || failure.message }) : null,
    h("div", { class: "data-actions" },
      h("button", { type: "submit", class: "button", dataset: { key: "withdraw", testid: "withdraw-send" }, text: t("data.withdraw") }),
      h("button", { type: "button", class: "button", dataset: { key: "keep" }, text: t("data.withdraw.not"), on: { click: onKeep } })));
}
