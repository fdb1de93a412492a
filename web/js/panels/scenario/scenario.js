/**
 * 情景推演: begin or open a scenario, change land, see at once what happens to every figure, save, compare, export.
 */
import * as api from "../../api/scenarios.js";
import { byId, h, replaceKeepingFocus } from "../../dom.js";
import { language, t } from "../../i18n.js";
import { createSession } from "../../scenario/session.js";
import { exportMenu } from "../export-menu.js";
import { loading } from "../progress.js";
import { changeList } from "./changes.js";
import { createComparison } from "./comparison.js";
import { scenarioEffects, scenarioFigures } from "./figures.js";
import { createShelf } from "./shelf.js";
import { createScenarioTools } from "./tools.js";

/** @param {object} app */
export function createScenarioPanel(app) {
  const panel = byId("panel-scenario");
  const session = createSession(app.view.get);
  const comparison = createComparison(app);
  const shelf = createShelf(session, app, comparison.show);
  const tools = createScenarioTools(session, app);
  const shows = () => app.view.get().panel === "scenario";

  function draw() {
    if (!shows()) {
      return;
    }
    const { draft, busy } = session.get();
    const parts = draft ? working() : [h("p", { class: "scenario-intro", text: t("scenario.intro") }),
      h("div", { class: "button-row" }, h("button", { type: "button", class: "button primary", text: t("scenario.start"),
        disabled: busy, dataset: { key: "scenario-start", testid: "scenario-start" }, on: { click: session.start } })),
      failure(), busy ? loading(4) : null, shelf.draw()];
    replaceKeepingFocus(panel, ...parts);
  }

  function working() {
    const { draft, figures, dirty, conflicts } = session.get();
    return [
      h("div", { class: "panel-head" },
        h("h2", { dataset: { testid: "scenario-name" } }, draft.saved?.name ?? t("scenario.unsaved"), dirty ? h("span", { class: "tag", text: t("scenario.dirty") }) : null),
        h("button", { type: "button", class: "text-button", text: t("scenario.leave"), dataset: { key: "scenario-leave", testid: "scenario-leave" }, on: { click: leave } })),
      failure(), conflicts?.superseded ? superseded(conflicts) : null, leftOut(draft),
      figures ? scenarioFigures(figures, app) : loading(8),
      tools.draw(), changeList(draft, session, app),
      figures ? h("section", { class: "scenario-effects" }, scenarioEffects(figures, app)) : null, shelf.saveForm(), exports(draft), shelf.draw()];
  }

  function failure() {
    const problem = session.get().failure;
    return problem && h("div", { class: "failed", role: "alert", dataset: { testid: "scenario-failed" } },
      h("strong", { text: t(problem.status === 409 ? "scenario.overtaken" : "scenario.refused") }), h("p", { text: problem.detail ?? problem.message }));
  }

  function superseded(conflicts) {
    return h("div", { class: "scenario-warning", dataset: { testid: "scenario-conflicts" } },
      h("strong", { text: t("scenario.superseded") }),
      h("p", { text: conflicts.parcels.length ? t("scenario.conflicts", { count: conflicts.parcels.length }) : t("scenario.noConflicts") }),
      h("ul", {}, conflicts.parcels.slice(0, 20).map((one) => h("li", { text: `${one.id} · ${t(`scenario.how.${one.how}`)}` }))),
      h("button", { type: "button", class: "button", text: t("scenario.rebase"), dataset: { key: "rebase" }, on: { click: session.rebase } }));
  }

  function leftOut(draft) {
    return draft.leftOut.length ? h("div", { class: "scenario-warning" }, h("strong", { text: t("scenario.leftOut", { count: draft.leftOut.length }) }),
      h("ul", {}, draft.leftOut.map((one) => h("li", { text: one.reason })))) : null;
  }

  function exports(draft) {
    const link = (key, href, more = {}) => h("a", { class: "button", href, text: t(`scenario.${key}`), dataset: { key: `scenario-${key}` }, ...more });
    return h("div", { class: "button-row" }, exportMenu({ what: "scenario", scenario: draft.key, query: {} }),
      link("exportReport", api.scenarioUrl(draft.key, "report.html", language()), { target: "_blank", rel: "noopener" }));
  }

  function leave() {
    tools.stop();
    session.close();
    app.view.set({ scenario: null });
    shelf.load();
  }

  function drawMap() {
    const { shapes, selected, draft } = session.get();
    app.map.scenario.show(draft && shows() ? shapes : [], app.view.get().state);
    app.map.scenario.choose(shows() ? selected : []);
  }

  session.on(["draft", "figures", "selected", "busy", "failure", "conflicts", "dirty"], draw);
  session.on(["draft", "shapes", "selected"], drawMap);
  app.view.on(["state", "unit"], () => {
    session.clear();
    session.redraw();
  });
  app.view.on(["panel", "state"], drawMap);
  app.view.on(["panel"], ({ panel: name }) => name !== "scenario" && tools.stop());
  app.onLanguage(draw);
  app.onData(() => {
    comparison.close();
    shelf.forget();
    session.recheck();
    draw();
  });
  app.prefs.on(["areaUnit"], draw);
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!shows() || typing || !(event.ctrlKey || event.metaKey)) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "z" || key === "y") {
      event.preventDefault();
      session[key === "y" || event.shiftKey ? "redo" : "undo"]();
    }
  });

  return {
    draw,
    load: draw,
    show() {
      const { scenario } = app.view.get();
      draw();
      if (scenario && !session.get().draft) {
        session.open(Number(scenario));
      }
    },
    /** @param {number} id */
    open(id) {
      comparison.close();
      app.view.set({ scenario: String(id) });
      session.open(id);
    },
    /** Takes a click on the map while a scenario is worked on. @param {{lon: number, lat: number}} place @returns {boolean} */
    pick(place) {
      const mine = shows() && session.get().draft !== null;
      if (mine) {
        tools.pick(place);
      }
      return mine;
    },
  };
}
