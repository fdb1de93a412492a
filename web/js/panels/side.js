/**
 * The right column: which unit is in focus, and the tabs.
 */
import { may } from "../account.js";
import { byId, focusKey, h, icon } from "../dom.js";
import { dataWord, nameOf, t } from "../i18n.js";

const TABS = ["redline", "landuse", "scenario", "idle", "data"];
/** What a tab is for, where not everybody may do it. */
const NEEDS = { scenario: "planner", data: "admin" };

/**
 * @param {object} app
 * @param {Record<string, {load: () => any, show?: () => any}>} panels
 */
export function createSide(app, panels) {
  const tabs = byId("tabs");
  const offered = TABS.filter((name) => !NEEDS[name] || may(NEEDS[name]));
  if (!offered.includes(app.view.get().panel)) {
    app.view.set({ panel: offered[0] });
  }
  const scope = /** @type {HTMLSelectElement} */ (byId("unit"));

  function drawWide() {
    const { sideWide } = app.prefs.get();
    const label = t(sideWide ? "side.narrow" : "side.wide");
    byId("side-wide").replaceChildren(h("button", { type: "button", class: "icon-button", "aria-pressed": String(sideWide),
      "aria-label": label, title: label, dataset: { key: "side-wide", testid: "side-wide" }, on: { click: () => app.prefs.set({ sideWide: !sideWide }) } },
    icon(sideWide ? "M5 3l5 5-5 5" : "M10 3 5 8l5 5")));
  }

  function drawScope() {
    const kinds = [...new Set(app.units.map((unit) => unit.kind))].filter((kind) => kind !== "district");
    const { unit } = app.view.get();
    const option = (one) => h("option", { value: one.id, text: nameOf(one), selected: one.id === unit });
    scope.replaceChildren(h("option", { value: "", text: t("unit.whole", { district: nameOf(app.district) }), selected: !unit }),
      ...kinds.map((kind) => h("optgroup", { label: dataWord("kind", kind) },
        app.units.filter((one) => one.kind === kind).map(option))));
  }

  function drawTabs() {
    const { panel } = app.view.get();
    const hadFocus = tabs.contains(document.activeElement);
    tabs.replaceChildren(...offered.map((name) => h("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, text: t(`tab.${name}`),
      "aria-selected": String(name === panel), tabindex: name === panel ? 0 : -1, disabled: !app.hasLand() && name !== "data", dataset: { testid: `tab-${name}` },
      on: { click: () => app.view.set({ panel: name }) },
    })));
    if (hadFocus) {
      byId(`tab-${panel}`).focus();
    }
    document.body.classList.toggle("wide-right", panel === "data");
    TABS.forEach((name) => { byId(`panel-${name}`).hidden = name !== panel; });
  }

  tabs.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && app.hasLand()) {
      event.preventDefault();
      const at = offered.indexOf(app.view.get().panel);
      app.view.set({ panel: offered[(at + step + offered.length) % offered.length] });
    }
  });
  scope.addEventListener("change", () => app.focusUnit(scope.value || null));
  app.view.on(["panel"], ({ panel }) => {
    if (!offered.includes(panel)) {
      app.view.set({ panel: offered[0] });
      return;
    }
    drawTabs();
    panels[panel].show?.();
  });
  app.view.on(["unit"], drawScope);
  app.onData(drawScope);
  app.prefs.on(["sideWide"], () => {
    drawWide();
    focusKey(byId("side-wide"), "side-wide");
  });
  app.onLanguage(() => {
    drawWide();
    drawScope();
    drawTabs();
  });
  drawWide();
  drawScope();
  drawTabs();
  panels[app.view.get().panel].show?.();
}
