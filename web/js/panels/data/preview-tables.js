/**
 * The tables of a preview: codes that no classification has, which column is what, and the first rows.
 */
import { h } from "../../dom.js";
import { attributesOf } from "../../fields.js";
import { formatNumber } from "../../format.js";
import { nameOf, t } from "../../i18n.js";

const SHOWN_CODES = 12;

/**
 * Scheme of the land-use codes, and a translation for each that it does not have.
 * @param {any} look @param {any} chosen @param {(patch: object) => void} change
 */
export function codesOf(look, chosen, change) {
  if (!look.codes) {
    return null;
  }
  const unknown = Object.entries(look.codes.unknown);
  return h("section", { class: "data-block" },
    h("h3", { text: t("data.codes") }),
    h("p", { text: t("data.codes.scheme", { edition: look.codes.edition, column: look.codes.column }) }),
    look.codes.mended ? h("p", { class: "note soft", text: t("data.codes.mended", { count: formatNumber(look.codes.mended) }) }) : null,
    unknown.length || chosen.keepUnknownCodes ? h("label", { class: "check" },
      h("input", { type: "checkbox", checked: chosen.keepUnknownCodes === true, dataset: { key: "keep", testid: "data-keep" },
        on: { change: (event) => change({ keepUnknownCodes: event.target.checked }) } }),
      h("span", { text: t("data.codes.keep") })) : null,
    unknown.slice(0, SHOWN_CODES).map(([code, rows]) => h("div", { class: "data-row" },
      h("label", { for: `code-${code}`, text: t("data.codes.unknown", { code, count: formatNumber(rows) }) }),
      h("input", { type: "text", id: `code-${code}`, class: "search-input", placeholder: t("data.codes.to"), dataset: { key: `code-${code}` },
        on: { change: (event) => change({ codes: { ...chosen.codes, [code]: event.target.value.trim() } }) } }))));
}

/**
 * Attributes of the layer's kind, each with the column it is read from.
 * @param {any} look @param {any} chosen @param {(patch: object) => void} change @param {object} app
 */
export function mappingTable(look, chosen, change, app) {
  const attributes = attributesOf(look.kind);
  const used = attributes.filter(({ name }) => look.mapping[name]);
  const pick = (attribute) => h("select", {
    dataset: { key: `map-${attribute.name}`, testid: `map-${attribute.name}` }, "aria-label": nameOf({ name: attribute.label, nameEn: attribute.labelEn }),
    on: { change: (event) => change({ columns: { ...chosen.columns, [attribute.name]: event.target.value } }) },
  }, h("option", { value: "", text: "—", selected: !look.mapping[attribute.name] }),
  look.columns.map((column) => h("option", { value: column, text: column, selected: look.mapping[attribute.name] === column })));
  return h("details", { class: "data-block", open: look.obstacles.some(({ part }) => part === "columns") || app.mappingOpen === true,
    on: { toggle: (event) => { app.mappingOpen = event.target.open; } } },
  h("summary", {}, h("span", { text: t("data.mapping") }), " ",
    h("span", { class: "soft", text: t("data.mapping.count", { mapped: used.length, all: look.columns.length }) })),
  h("table", { class: "table data-mapping" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("data.attribute") }), h("th", { scope: "col", text: t("data.column") }))),
    h("tbody", {}, attributes.map((attribute) => h("tr", {},
      h("th", { scope: "row", text: nameOf({ name: attribute.label, nameEn: attribute.labelEn }) }), h("td", {}, pick(attribute)))))),
  look.unclaimed.length ? h("p", { class: "note soft", text: t("data.unclaimed", { columns: look.unclaimed.join(", ") }) }) : null);
}

/** @param {any} look */
export function rowsTable(look) {
  return h("section", { class: "data-block" }, h("h3", { text: t("data.firstRows") }),
    h("div", { class: "data-rows", tabindex: 0, role: "region", "aria-label": t("data.firstRows") }, h("table", { class: "table", dataset: { testid: "data-rows" } },
      h("thead", {}, h("tr", {}, look.columns.map((column) => h("th", { scope: "col", text: column })))),
      h("tbody", {}, look.rows.map((row) => h("tr", {}, look.columns.map((column) => h("td", { text: cellText(row[column]) }))))))));
}

function cellText(value) {
  return value === undefined || value === null ? "" : Array.isArray(value) ? value.join("-") : String(value);
}
