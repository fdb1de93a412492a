/**
 * Screen 存量盘活: from the list of cases through the funnel and the ranking to sites for a project. The views share
 * place, day and unit; one of them shows.
 */
import { byId, focusKey, focusedKey, h } from "../dom.js";
import { t } from "../i18n.js";
import { createIdleFunnel } from "./idle-funnel.js";
import { createIdleList } from "./idle-list.js";
import { createIdleMatch } from "./idle-match.js";
import { createIdleRanking } from "./idle-ranking.js";

/**
 * @typedef {object} IdleView
 * @property {() => Promise<void>} load asks the server and draws
 * @property {() => void} draw draws what is there once more
 * @property {() => void} restart forgets the page and the choice, because the question changed
 */

const VIEWS = { list: createIdleList, funnel: createIdleFunnel, ranking: createIdleRanking, match: createIdleMatch };

/** @param {object} app */
export function createIdlePanel(app) {
  const panel = byId("panel-idle");
  const head = h("div", { class: "panel-head" });
  const views = Object.fromEntries(Object.entries(VIEWS).map(([name, create]) => {
    const place = h("div", { class: "idle-view", dataset: { testid: `idle-${name}` } });
    return [name, { place, view: create(app, place), fresh: false }];
  }));
  const chosen = () => app.view.get().sites;

  function drawHead() {
    head.replaceChildren(h("h2", { text: t("idle.title") }),
      h("div", { class: "segmented small", role: "group", "aria-label": t("idle.views") },
        Object.keys(VIEWS).map((name) => h("button", {
          type: "button", text: t(`idle.view.${name}`), "aria-pressed": String(name === chosen()),
          dataset: { key: `idle-view-${name}`, testid: `idle-view-${name}` }, on: { click: () => app.view.set({ sites: name }) },
        }))));
  }

  function change() {
    const focused = focusedKey();
    drawHead();
    focusKey(head, focused);
    panel.scrollTop = 0;
    if (!panel.hidden) {
      show();
    }
  }

  async function show() {
    Object.entries(views).forEach(([name, { place }]) => { place.hidden = name !== chosen(); });
    const current = views[chosen()];
    if (current.fresh) {
      current.view.draw();
      return;
    }
    current.fresh = true;
    panel.setAttribute("aria-busy", "true");
    await current.view.load();
    panel.setAttribute("aria-busy", "false");
  }

  /** What was drawn is out of date: the others are drawn when they are looked at. */
  function stale(restart) {
    for (const entry of Object.values(views)) {
      entry.fresh = false;
      if (restart) {
        entry.view.restart();
      }
    }
    if (!panel.hidden) {
      show();
    }
  }

  const draw = () => views[chosen()].fresh && views[chosen()].view.draw();
  panel.replaceChildren(head, ...Object.values(views).map(({ place }) => place));
  drawHead();
  app.view.on(["asOf", "unit", "idle"], () => stale(true));
  app.view.on(["sites"], change);
  app.view.on(["parcel"], draw);
  app.onCorrected(() => stale(false));
  app.onData(() => stale(true));
  app.onLanguage(() => {
    drawHead();
    draw();
  });
  app.prefs.on(["areaUnit"], draw);
  return { load: show, show };
}
