/**
 * Starts the page: the map first, because it is what the eye waits for, then the panels around it; and keeps address,
 * choices and map in step.
 */
import * as api from "./api.js";
import { accountName, useSession } from "./account.js";
import { createApp } from "./app.js";
import { createClassification } from "./classes.js";
import { byId, debounce, h } from "./dom.js";
import { language, translate, useDictionary } from "./i18n.js";
import { createMapView } from "./map/map-view.js";
import { failed } from "./panels/feedback.js";
import { createPrefs } from "./prefs.js";
import { createStore, parseHash, toHash } from "./state.js";

const view = createStore(parseHash(window.location.hash));
const prefs = createPrefs();

async function speak(lang) {
  useDictionary(lang, await api.dictionary(lang));
  document.documentElement.lang = lang;
  translate(document);
}

// On its way before the tiles are, so that the words stand when the land does.
api.dictionary(view.get().lang).catch(() => {});

/** What the panels need: asked for when the land is painted, for nothing else is to come between the eye and the land. */
const askRest = () => Promise.all([import("./screen.js"), import("./map/equipment.js"), api.units(), api.fields(), meet(), panelStyles()]);

async function start() {
  const [district, classes] = await Promise.all([api.district(), api.classes()]);
  if (district.asOf === null) {
    view.set({ panel: "data", asOf: null, unit: null, parcel: null, swipe: null, state: "current" });
  }
  const app = createApp(view, prefs, { district, classification: createClassification(classes), classes });
  if (view.get().unit !== null) {
    // A link to a unit tells the place by its name alone.
    app.useUnits((await api.units()).units);
  }
  const screen = drawMap(app);
  follow(app);
  await screen;
}

/** Asks who reads; what they write is kept under their name. */
async function meet() {
  useSession(await api.session());
  if (accountName()) {
    prefs.set({ by: accountName() });
  }
}

/** The panels wait this long for the map. */
const PATIENCE_MS = 2000;

/** Where the map starts when no parcel tells the place: the country. */
const ANYWHERE = /** @type {[number, number, number, number]} */ ([98, 18, 124, 44]);

/** Returns what is kept once the panels stand. */
function drawMap(app) {
  /** @type {Promise<any>} */
  let screen = null;
  app.map = createMapView(byId("map"), {
    store: view,
    classification: app.classification,
    bounds: app.district.bounds ?? ANYWHERE,
    start: app.unit(view.get().unit)?.bounds ?? app.district.bounds ?? ANYWHERE,
    hasLand: app.hasLand(),
    landBox: () => app.district.landBounds,
    look: { idle: prefs.get().idleMarks, patterns: prefs.get().patterns, opacity: prefs.get().opacity },
    onlyClass: () => app.onlyClass.get().code,
    onTiles: (ready) => tilesReady(app, ready),
    onTileFailure: () => screen.then(({ tilesFailed }) => tilesFailed(), () => {}),
  });
  document.body.classList.toggle("is-empty", !app.hasLand());
  if (!app.hasLand()) {
    tilesReady(app, true);
  }
  const words = speak(view.get().lang);
  words.catch(() => {});
  screen = firstPaint(app).then(askRest).then(async ([{ createScreen }, { createEquipment }, { units }, fields]) => {
    await words;
    app.useUnits(units);
    return createScreen(app, fields, createEquipment);
  });
  return screen;
}

/** The panels' style sheets, which hold up no map, are asked for with the panels; one that does not come holds up nothing. */
const panelStyles = () => Promise.all(Array.from(/** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[disabled]")),
  (sheet) => new Promise((resolve) => {
    sheet.onload = sheet.onerror = resolve;
    sheet.disabled = false;
  })));

/** Tiles and panels would each hold up the other; a tile that does not come holds up nothing for long. */
const firstPaint = (app) => Promise.race([app.painted, new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);

function tilesReady(app, ready) {
  document.documentElement.dataset.tiles = ready ? "ready" : "loading";
  if (ready) {
    app.paintedOnce();
    app.map?.landPainted();
  }
}

function follow(app) {
  const write = debounce(() => window.history.replaceState(null, "", toHash(view.get())), 150);
  view.on(["z", "lat", "lon", "state", "asOf", "unit", "parcel", "panel", "idle", "sites", "scenario", "swipe", "layers", "lang"], write);
  linkLayers(app);
  window.addEventListener("hashchange", () => {
    const before = view.get().parcel;
    const next = parseHash(window.location.hash);
    view.set(next);
    if (next.parcel && next.parcel !== before) {
      app.openParcel(next.parcel, null);
    } else if (!next.parcel && before) {
      app.card?.close();
    }
  });
  view.on(["lang"], async ({ lang }) => {
    try {
      await speak(lang);
    } catch {
      // Words that cannot be fetched now: the page goes on in those it has.
      view.set({ lang: language() });
      return;
    }
    app.spoken();
    app.map.translate();
  });
  view.on(["unit"], app.drawUnitFocus);
  app.onlyClass.on(["code"], () => app.map.restyle());
  prefs.on(["idleMarks", "patterns"], ({ idleMarks, patterns }) => app.map.restyle({ idle: idleMarks, patterns }));
  prefs.on(["opacity"], ({ opacity }) => app.map.setOpacity(opacity));
  prefs.on(["parcelLabels"], () => app.map.labels.redraw());
  followLayout(app);
}

/** A link that names layers shows them; what is then switched on or off stands in the address again. */
function linkLayers({ view: at, prefs: kept }) {
  const wanted = at.get().layers;
  if (wanted !== null) {
    kept.set({ overlays: wanted === "none" ? [] : wanted.split(",") });
  }
  const tell = () => at.set({ layers: kept.get().overlays.join(",") || "none" });
  tell();
  kept.on(["overlays"], tell);
  at.on(["layers"], ({ layers }) => layers !== null && kept.set({ overlays: layers === "none" ? [] : layers.split(",") }));
}

function followLayout(app) {
  const toggle = byId("toggle-layers");
  const apply = () => {
    const { leftOpen, sideWide } = prefs.get();
    document.body.classList.toggle("side-wide", sideWide);
    document.body.classList.toggle("left-closed", !leftOpen);
    toggle.setAttribute("aria-expanded", String(leftOpen));
  };
  prefs.on(["sideWide"], debounce(() =>
    app.hasLand() && app.map.fit(app.unit(view.get().unit)?.bounds ?? app.district.bounds, { maxZoom: 17 }), 120));
  toggle.addEventListener("click", () => prefs.set({ leftOpen: !prefs.get().leftOpen }));
  prefs.on(["leftOpen", "sideWide"], apply);
  apply();
  new ResizeObserver(debounce(() => app.map.resized(), 60)).observe(byId("map"));
}

// What the browser kept of a page that was left may be another reader's.
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());

start().catch(async (failure) => {
  await speak(view.get().lang).catch(() => {});
  byId("map").replaceChildren(h("div", { class: "start-failed" }, failed(failure, () => window.location.reload())));
  console.error(failure);
});
