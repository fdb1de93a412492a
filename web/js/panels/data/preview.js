/**
 * What a file looks like before anything of it is stored: every guess of the server can be corrected here, and is then
 * looked at anew.
 */
import { accountName } from "../../account.js";
import * as api from "../../api.js";
import { h, replaceKeepingFocus } from "../../dom.js";
import { formatNumber } from "../../format.js";
import { language, t } from "../../i18n.js";
import { failed, latest } from "../feedback.js";
import { codesOf, mappingTable, rowsTable } from "./preview-tables.js";

const KINDS = ["parcels", "zoning", "units", "protection", "constraint", "approval", "reference"];
const ENCODINGS = ["GB18030", "UTF-8"];
/** What layers of this district come in: degrees, zone 38 with and without prefix, 6-degree zones, Web Mercator. */
const SYSTEMS = ["EPSG:4490", "EPSG:4526", "EPSG:4547", "EPSG:4509", "EPSG:4497", "EPSG:3857"];

/**
 * @param {object} app
 * @param {HTMLElement} place
 * @param {any} first what the server said of the file
 * @param {{onImport: (choice: object) => void, onGiveUp: () => void}} events
 */
export function createPreview(app, place, first, { onImport, onGiveUp }) {
  const newest = latest();
  let look = first;
  let failure = null;
  /** What the planner chose, over what the server guessed. @type {Record<string, any>} */
  const chosen = { columns: {}, codes: {} };

  const choice = () => ({
    upload: look.upload, layer: chosen.layer ?? null, kind: chosen.kind ?? look.kind, asOf: chosen.asOf ?? null,
    crs: chosen.crs ?? null, encoding: chosen.encoding ?? null, columns: chosen.columns, codes: chosen.codes,
    keepUnknownCodes: chosen.keepUnknownCodes ?? false, swapAxes: chosen.swapAxes ?? false, by: app.prefs.get().by || null,
  });

  async function change(patch) {
    Object.assign(chosen, patch);
    try {
      const next = await newest((signal) => api.preview(choice(), signal));
      if (next) {
        look = next;
        failure = null;
        draw();
      }
    } catch (problem) {
      failure = problem;
      draw();
    }
  }

  const select = (key, value, options) => h("select", {
    id: `data-${key}`, dataset: { key, testid: `data-${key}` },
    on: { change: (event) => change({ [key]: event.target.value || null }) },
  }, options.map(([word, text]) => h("option", { value: word, text, selected: word === (value ?? "") })));

  const row = (key, control, note) => h("div", { class: "data-row" },
    h("label", { for: `data-${key}`, text: t(`data.${key}`) }), h("div", {}, control, note ? h("p", { class: "note soft", text: note }) : null));

  function systemRow() {
    const { declared, used, guessed } = look.crs;
    const known = [...new Set([declared, used, guessed, ...SYSTEMS].filter(Boolean))];
    const must = !used;
    const note = declared ? t("data.crs.declared", { crs: declared })
      : used ? t("data.crs.confirmed") : guessed ? t("data.crs.guess", { crs: guessed }) : t("data.crs.unknown");
    return h("div", { class: `data-row ${must ? "is-open" : ""}` }, h("label", { for: "data-crs", text: t("data.crs") }),
      h("div", {}, select("crs", used ?? "", [...(must ? [["", t("data.choosePlease")]] : []),
        ...known.map((code) => [code, `${code} ${systemName(code)}`])]),
      must && guessed ? h("button", { type: "button", class: "button", dataset: { key: "confirm-crs", testid: "data-confirm-crs" },
        text: t("data.crs.confirm", { crs: guessed }), on: { click: () => change({ crs: guessed }) } }) : null,
      look.crs.swapped || chosen.swapAxes ? h("label", { class: "check" },
        h("input", { type: "checkbox", checked: chosen.swapAxes === true, dataset: { key: "swap", testid: "data-swap" },
          on: { change: (event) => change({ swapAxes: event.target.checked }) } }),
        h("span", { text: t("data.swap") })) : null,
      h("p", { class: "note soft", text: note })));
  }

  function draw() {
    const open = look.obstacles;
    const encodings = [...new Set([look.encoding, ...ENCODINGS].filter(Boolean))];
    replaceKeepingFocus(place, h("section", { class: "data-preview", dataset: { testid: "data-preview" }, "aria-label": look.name },
      h("div", { class: "data-file-head" }, h("strong", { text: look.name }),
        h("span", { class: "soft", text: `${look.format} · ${sizeOf(look.bytes)}${look.count >= 0 ? ` · ${t("data.count", { count: formatNumber(look.count) })}` : ""}` })),
      look.notices.map((one) => h("p", { class: "note", text: language() === "en" ? one.en : one.zh })),
      look.layers.length > 1 ? row("layer", select("layer", look.layer, look.layers.map((name) => [name, name]))) : null,
      row("kind", select("kind", look.kind, KINDS.map((kind) => [kind, t(`data.kind.${kind}`)]))),
      row("asOf", h("input", { type: "date", id: "data-asOf", class: "search-input", value: chosen.asOf ?? "", dataset: { key: "asOf", testid: "data-asOf" },
        on: { change: (event) => change({ asOf: event.target.value || null }) } }), t("data.asOf.note")),
      look.encoding ? row("encoding", select("encoding", look.encoding, encodings.map((name) => [name, name])), t("data.encoding.note")) : null,
      systemRow(),
      row("by", h("input", { id: "data-by", class: "search-input", maxlength: 100, value: app.prefs.get().by, readOnly: accountName() !== null, dataset: { key: "by", testid: "data-by" },
        on: { change: (event) => app.prefs.set({ by: event.target.value.trim() }) } })),
      codesOf(look, chosen, change),
      mappingTable(look, chosen, change, app),
      rowsTable(look),
      failure ? failed(failure, () => change({})) : null,
      open.length ? h("ul", { class: "obstacles", dataset: { testid: "data-obstacles" } }, open.map((one) => h("li", { text: obstacle(one) }))) : null,
      h("div", { class: "data-actions" },
        h("button", { type: "button", class: "button is-main", disabled: open.length > 0 || failure !== null || !chosen.asOf, dataset: { key: "import", testid: "data-import" },
          text: t("data.import"), on: { click: () => onImport(choice()) } }),
        h("button", { type: "button", class: "button", dataset: { key: "give-up" }, text: t("data.giveUp"), on: { click: onGiveUp } }))));
    app.map.draft.outline(look.outline.geometries);
    if (look.box) {
      app.map.fit(look.box, { maxZoom: 17 });
    }
  }

  return { draw };
}

/** In Chinese by what is in the way; the server's own words where the page has none. */
function obstacle({ part, problem, remedy }) {
  return language() === "en" || part === "file" ? `${problem}; ${remedy}` : t(`data.obstacle.${part}`);
}

function systemName(code) {
  const key = `data.system.${code.replace("EPSG:", "")}`;
  const words = t(key);
  return words === key ? "" : words;
}

function sizeOf(bytes) {
  return bytes < 1e6 ? `${formatNumber(Math.ceil(bytes / 1e3))} kB` : `${formatNumber(Math.round(bytes / 1e6))} MB`;
}
