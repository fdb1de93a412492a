/**
 * Puts the page together: reads the basics, makes the map and the panels, and keeps address and state in step.
 */
import * as api from "./api.js";
import { accountName, useSession } from "./account.js";
import { createApp } from "./app.js";
import { byId, debounce, h } from "./dom.js";
import { createClassification } from "./classes.js";
import { useFieldLabels } from "./fields.js";
import { formatDate } from "./format.js";
import { language, nameOf, t, translate, useDictionary } from "./i18n.js";
import { createMapView } from "./map/map-view.js";
import { createNames, parcelText } from "./names.js";
import { createPrefs } from "./prefs.js";
import { createStore, parseHash, toHash } from "./state.js";
import { failed } from "./panels/feedback.js";
import { createCompareBar } from "./panels/compare-bar.js";
import { createDataPanel } from "./panels/data/data.js";
import { createHeader } from "./panels/header.js";
import { createIdlePanel } from "./panels/idle.js";
import { createLandUsePanel } from "./panels/landuse.js";
import { createLayersPanel } from "./panels/layers.js";
import { createParcelList } from "./panels/parcel-list.js";
import { createMapTools } from "./panels/map-tools.js";
import { createParcelCard } from "./panels/parcel.js";
import { createPrintPanel } from "./panels/print.js";
import { createRedLinePanel } from "./panels/redline.js";
import { createReportLink } from "./panels/report-link.js";
import { createScenarioPanel } from "./panels/scenario/scenario.js";
import { createSearch } from "./panels/search.js";
import { createSide } from "./panels/side.js";
import { createStatusBar } from "./panels/status-bar.js";

const view = createStore(parseHash(window.location.hash));
const prefs = createPrefs();

async function speak(lang) {
  useDictionary(lang, await api.dictionary(lang));
  document.documentElement.lang = lang;
  translate(document);
}

async function start() {
  const who = api.session();
  const basics = Promise.all([api.district(), api.classes(), api.fields(), api.units()]);
  basics.catch(() => {});
  await speak(view.get().lang);
  const [district, classes, fields, units] = await basics;
  useSession(await who);
  if (accountName()) {
    prefs.set({ by: accountName() });
  }
  useFieldLabels(fields);
  if (district.asOf === null) {
    view.set({ panel: "data", asOf: null, unit: null, parcel: null, swipe: null, state: "current" });
  }
  build(createApp(view, prefs, { district, classification: createClassification(classes), units: units.units, classes }));
}

/** Where the map starts when no parcel tells the place: the country. */
const ANYWHERE = /** @type {[number, number, number, number]} */ ([98, 18, 124, 44]);

function build(app) {
  const tools = createMapTools(app);
  let statusBar = null;
  app.map = createMapView(byId("map"), {
    store: view,
    classification: app.classification,
    bounds: app.district.bounds ?? ANYWHERE,
    start: app.unit(view.get().unit)?.bounds ?? app.district.bounds ?? ANYWHERE,
    hasLand: app.hasLand(),
    look: { idle: prefs.get().idleMarks, patterns: prefs.get().patterns, opacity: prefs.get().opacity },
    onlyClass: () => app.onlyClass.get().code,
    sideName: (land) => (land ? `${t(`state.${land.state}`)} ${formatDate(land.asOf ?? app.district.asOf, language())}` : ""),
    names: createNames(app),
    parcelText: (attributes) => parcelText(attributes, prefs.get().parcelLabels, app.classification),
    events: {
      onPick: (place, land) => pick(app, place, land),
      onHover: (land, place) => statusBar?.hovered(land, place),
      onMove: () => statusBar?.moved(),
      onTiles: (ready) => tilesReady(app, ready),
      onTileFailure: () => tools.tilesFailed(),
      onMeasure: (result) => tools.measured(result),
    },
  });
  statusBar = createStatusBar(app);
  app.card = createParcelCard(app);
  app.list = createParcelList(app);
  const header = createHeader(app);
  const compare = createCompareBar(app);
  const layers = createLayersPanel(app);
  app.scenario = createScenarioPanel(app);
  const panels = { redline: createRedLinePanel(app), landuse: createLandUsePanel(app), scenario: app.scenario, idle: createIdlePanel(app), data: createDataPanel(app) };
  app.print = createPrintPanel(app);
  createReportLink(app);
  createSearch(app);
  createSide(app, panels);
  follow(app);
  app.onLanguage(printHead(app));
  translate(document);
  header.draw();
  compare.draw();
  tools.draw();
  statusBar.words();
  statusBar.moved();
  app.map.translate();
  document.body.classList.toggle("is-empty", !app.hasLand());
  if (!app.hasLand()) {
    tilesReady(app, true);
    return;
  }
  layers.load();
  panels.redline.load();
  if (view.get().parcel) {
    app.openParcel(view.get().parcel, null);
  }
}

/** Where the painted tiles show no land there is no parcel to ask for. */
function pick(app, place, land) {
  if (app.scenario?.pick(place)) {
    return;
  }
  if (land || document.documentElement.dataset.tiles !== "ready") {
    app.card.identify(place);
  } else {
    app.card.close();
  }
}

function tilesReady(app, ready) {
  document.documentElement.dataset.tiles = ready ? "ready" : "loading";
  if (ready) {
    app.paintedOnce();
    app.map?.labels.redraw();
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
      app.card.close();
    }
  });
  view.on(["lang"], async ({ lang }) => {
    await speak(lang);
    app.spoken();
    app.map.translate();
  });
  view.on(["unit"], app.drawUnitFocus);
  app.onlyClass.on(["code"], () => app.map.restyle());
  prefs.on(["idleMarks", "patterns"], ({ idleMarks, patterns }) => app.map.restyle({ idle: idleMarks, patterns }));
  prefs.on(["opacity"], ({ opacity }) => app.map.setOpacity(opacity));
  const setBase = ({ baseMap }) => app.map.setBase(app.district.baseMaps.find(({ name }) => name === baseMap) ?? null);
  prefs.on(["baseMap"], setBase);
  setBase(prefs.get());
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

/** The title that only paper shows. */
function printHead(app) {
  const draw = () => {
    const unit = app.unit(view.get().unit);
    if (!app.hasLand()) {
      return;
    }
    byId("print-head").replaceChildren(
      h("strong", { text: `${nameOf(app.district)}${unit ? ` · ${nameOf(unit)}` : ""}` }),
      h("span", { text: `${app.asOf()} · ${(language() === "en" ? app.district.noteEn : app.district.note) ?? ""}` }));
  };
  view.on(["unit", "asOf"], draw);
  draw();
  return draw;
}

// What the browser kept of a page that was left may be another reader's.
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());

start().catch((failure) => {
  byId("map").replaceChildren(h("div", { class: "start-failed" }, failed(failure, () => window.location.reload())));
  console.error(failure);
});
