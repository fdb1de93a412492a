/**
 * Choosing land and changing it.
 */
import * as api from "../../api.js";
import { h } from "../../dom.js";
import { formatArea } from "../../format.js";
import { t } from "../../i18n.js";
import { createClassPicker } from "./class-picker.js";

const TOOLS = ["point", "rectangle", "polygon"];

/** @param {any} session @param {object} app */
export function createScenarioTools(session, app) {
  const picker = createClassPicker(app.classes, app.classification.colourOf);
  let tool = "point";
  let plan = false;
  let lineOpen = false;
  let level = null;
  /** Levels the district's line has; without a line there is nothing to add to. @type {string[]} */
  let levels = [];

  function use(next) {
    tool = next;
    app.map.draw.use(next === "rectangle" || next === "polygon" ? next : null, session.select);
    app.scenario.draw();
  }

  /** Draws once for a change, then goes back to choosing. */
  function once(shape, make) {
    tool = shape === "line" ? "split" : "block";
    app.map.draw.use(shape, (drawn) => {
      use("point");
      session.apply(make(drawn));
    });
    app.scenario.draw();
  }

  const ids = () => session.get().selected.map((one) => one.properties.id);

  function changeClass() {
    const code = picker.chosen();
    const { state } = app.view.get();
    session.apply(plan && state === "current" ? { kind: "plan", parcels: ids(), code } : { kind: "class", state, parcels: ids(), code });
  }

  function draw() {
    const { selected, busy } = session.get();
    const { state } = app.view.get();
    const unit = app.prefs.get().areaUnit;
    const areaM2 = selected.reduce((sum, one) => sum + one.properties.areaM2, 0);
    const action = (key, on, possible, more = "") => h("button", {
      type: "button", class: `button ${more}`, text: t(`scenario.${key}`), disabled: !possible || busy,
      dataset: { key: `scenario-${key}`, testid: `scenario-${key}` }, on: { click: on },
    });
    picker.words();
    return h("section", { class: "scenario-tools" },
      h("div", { class: "panel-head" }, h("h2", { text: t("scenario.choose") }),
        h("div", { class: "segmented small", role: "group", "aria-label": t("scenario.choose") }, TOOLS.map((name) => h("button", {
          type: "button", "aria-pressed": String(tool === name), text: t(`scenario.tool.${name}`),
          dataset: { key: `tool-${name}`, testid: `tool-${name}` }, on: { click: () => use(name) } })))),
      h("p", { class: "chosen", role: "status", dataset: { testid: "scenario-chosen" } },
        h("span", { text: tool === "split" ? t("scenario.drawLine") : tool === "block" ? t("scenario.drawBlock")
          : selected.length === 0 ? t(`scenario.hint.${tool}`)
            : t("scenario.chosen", { count: selected.length, area: formatArea(areaM2, unit), unit: t(`unit.${unit}`) }) }),
        selected.length ? h("button", { type: "button", class: "text-button", text: t("scenario.clear"), dataset: { key: "scenario-clear" }, on: { click: session.clear } }) : null),
      picker.element,
      state === "current" && app.hasPlan ? h("label", { class: "check" },
        h("input", { type: "checkbox", checked: plan, dataset: { key: "scenario-plan", testid: "scenario-plan" },
          on: { change: (event) => { plan = event.target.checked; } } }), t("scenario.asPlan")) : null,
      h("div", { class: "button-row" },
        action("apply", changeClass, selected.length > 0 && picker.chosen() !== null, "primary"),
        action("split", () => once("line", (line) => ({ kind: "split", state, parcel: ids()[0], line })), selected.length === 1),
        action("merge", () => session.apply({ kind: "merge", state, parcels: ids() }), selected.length > 1)),
      levels.length === 0 ? null : h("details", { class: "scenario-line", open: lineOpen, on: { toggle: (event) => { lineOpen = event.target.open; } } }, h("summary", { text: t("scenario.line"), dataset: { key: "scenario-line" } }),
        h("div", { class: "button-row" },
          h("label", { class: "field" }, h("span", { text: t("scenario.level") }),
            h("select", { dataset: { key: "scenario-level" }, on: { change: (event) => { level = event.target.value; } } },
              levels.map((word) => h("option", { value: word, text: word, selected: word === level })))),
          action("addBlock", () => once("polygon", (geometry) => ({ kind: "line",
            blocks: [{ id: `S${session.get().draft.changes.length + 1}`, name: t("scenario.newBlock"), level, geometry }] })), true))));
  }

  api.layer("protection").then(({ features }) => {
    levels = [...new Set(features.map((one) => one.properties.level).filter(Boolean))].sort();
    [level] = levels;
    app.scenario.draw();
  }, () => {});
  picker.element.addEventListener("picked", () => app.scenario.draw());
  return {
    draw,
    /** A click on the map chooses, unless something is being drawn. @param {{lon: number, lat: number}} place */
    pick(place) {
      if (!app.map.draw.active) {
        session.select({ type: "Point", coordinates: [place.lon, place.lat] });
      }
    },
    stop: () => use("point"),
  };
}
