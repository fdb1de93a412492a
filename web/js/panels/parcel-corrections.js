/**
 * What the office corrected on a parcel: the history, a form for a new correction, and taking one back.
 */
import { accountName, may } from "../account.js";
import * as api from "../api.js";
import { h } from "../dom.js";
import { formatNumber } from "../format.js";
import { t } from "../i18n.js";
import { both } from "./idle-site.js";

/** @param {object} parcel as /api/parcels answers @param {object} app */
export function correctionBlock(parcel, app) {
  const entries = [...(parcel.corrections ?? [])].reverse();
  const message = h("p", { class: "form-message", role: "alert" });
  const block = h("details", { class: "card-section corrections", open: entries.some((entry) => entry.stands), dataset: { testid: "corrections" } },
    h("summary", {}, h("strong", { text: t("correction.title") }),
      h("span", { class: "soft", text: entries.length ? t("correction.count", { count: entries.length }) : t("correction.none") })),
    entries.length ? h("ol", { class: "history" }, entries.map((entry) => historyLine(entry, send))) : null,
    may("planner") ? form(parcel, send, app) : null, message);

  /** Runs a change; what the server refuses is said in its own words. */
  async function send(change) {
    message.textContent = "";
    try {
      await change(app.prefs.get().by);
      app.corrected(parcel.id);
    } catch (failure) {
      message.textContent = failure.detail || t("failed.offline");
    }
  }

  return block;
}

function valueWords(value) {
  if (value === null || value === undefined) {
    return t("correction.unknown");
  }
  return typeof value === "boolean" ? t(value ? "yes" : "no")
    : typeof value === "number" ? formatNumber(value, 2) : String(value);
}

function historyLine(entry, send) {
  const after = entry.removal ? t("correction.restored") : valueWords(entry.after);
  return h("li", { class: entry.stands ? "stands" : "" },
    h("p", {}, h("strong", { text: both(entry, "label") }), ` ${valueWords(entry.before)} → ${after}`),
    h("p", { class: "soft", text: [entry.reason, entry.evidence].filter(Boolean).join(" · ") }),
    h("p", { class: "soft num", title: entry.evidenceSha256 ? `SHA-256 ${entry.evidenceSha256}` : null,
      text: `#${entry.number} · ${entry.by} · ${entry.at.slice(0, 16).replace("T", " ")} UTC` }),
    entry.stands && may("planner") ? remover(entry, send) : null);
}

function remover(entry, send) {
  const reason = h("input", { class: "text-input", type: "text", required: true, placeholder: t("correction.reason"),
    "aria-label": t("correction.reason") });
  return h("form", { class: "remove-form", on: { submit: (event) => {
    event.preventDefault();
    send((by) => api.uncorrect(entry.number, reason.value, by || t("correction.office")));
  } } }, reason, h("button", { type: "submit", class: "button", text: t("correction.remove") }));
}

const FIELD_INPUTS = { date: "date", number: "number", area: "number" };

function form(parcel, send, app) {
  const body = h("form", { class: "correction-form" });
  api.correctable().then((fields) => fill(body, fields, parcel, send, app)).catch(() => body.remove());
  return body;
}

function fill(body, fields, parcel, send, app) {
  const place = h("span");
  let value = null;
  const field = h("select", { "aria-label": t("correction.field"), dataset: { testid: "correction-field" }, on: { change: () => showValue() } },
    fields.map((one) => h("option", { value: one.name, text: both(one, "label"), selected: one.name === "started_on" })));
  const showValue = () => {
    value = valueInput(fields.find((one) => one.name === field.value), parcel);
    place.replaceChildren(value);
  };
  const input = (key, type, more) => h("input", { class: "text-input", type, "aria-label": t(key), placeholder: t(key), ...more });
  const reason = input("correction.reason", "text", { required: true, dataset: { testid: "correction-reason" } });
  const by = input("correction.by", "text", { required: true, value: app.prefs.get().by, readOnly: accountName() !== null, dataset: { testid: "correction-by" } });
  const file = input("correction.evidence", "file", {});
  showValue();
  body.append(field, place, reason,
    h("label", { class: "file" }, h("span", { class: "soft", text: t("correction.evidence") }), file), by,
    h("button", { type: "submit", class: "button", text: t("correction.enter"), dataset: { testid: "correction-enter" } }));
  body.addEventListener("submit", (event) => {
    event.preventDefault();
    app.prefs.set({ by: by.value.trim() });
    send(async (name) => api.correct({
      parcel: parcel.id, field: field.value, value: value.value || null, reason: reason.value, by: name,
      ...(await evidence(file.files[0])),
    }));
  });
}

/** Left empty it says that the delivered value is wrong and none is known. */
function valueInput(field, parcel) {
  const more = { "aria-label": t("correction.value"), class: "text-input", dataset: { testid: "correction-value" } };
  const delivered = parcel.attributes[field.name];
  if (field.type === "flag") {
    return h("select", more, ["", "true", "false"].map((flag) => h("option", {
      value: flag, text: flag ? t(flag === "true" ? "yes" : "no") : t("correction.unknown"), selected: flag === String(delivered ?? "") })));
  }
  return h("input", { ...more, type: FIELD_INPUTS[field.type] ?? "text", step: "any", value: delivered ?? "",
    placeholder: t("correction.unknown") });
}

async function evidence(file) {
  if (!file) {
    return {};
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return { evidenceName: file.name, evidenceBase64: btoa(text) };
}
