/**
 * The panels around the map: makes them, and passes on what the map tells.
 */
import { byId, h } from "./dom.js";
import { useFieldLabels } from "./fields.js";
import { formatDate } from "./format.js";
import { language, nameOf, t, translate } from "./i18n.js";
import { createNames, parcelText } from "./names.js";
import { createCompareBar } from "./panels/compare-bar.js";
import { createDataPanel } from "./panels/data/data.js";
import { createHeader } from "./panels/header.js";
import { createIdlePanel } from "./panels/idle.js";
import { createLandUsePanel } from "./panels/landuse.js";
import { createLayersPanel } from "./panels/layers.js";
import { createMapTools } from "./panels/map-tools.js";
import { createOffline } from "./panels/offline.js";
import { createParcelCard } from "./panels/parcel.js";
import { createParcelList } from "./panels/parcel-list.js";
import { createPrintPanel } from "./panels/print.js";
import { createRedLinePanel } from "./panels/redline.js";
import { createReportLink } from "./panels/report-link.js";
import { createScenarioPanel } from "./panels/scenario/scenario.js";
import { createSearch } from "./panels/search.js";
import { createSide } from "./panels/side.js";
import { createStatusBar } from "./panels/status-bar.js";

/**
 * @param {any} app with its map
 * @param {any} fields names of the attributes
 * @param {(parts: any) => object} createEquipment what lies over the map's land
 */
export function createScreen(app, fields, createEquipment) {
  useFieldLabels(fields);
  app.map.equip(createEquipment, {
    sideName: (land) => (land ? `${t(`state.${land.state}`)} ${formatDate(land.asOf ?? app.district.asOf, language())}` : ""),
    names: createNames(app),
    parcelText: (attributes) => parcelText(attributes, app.prefs.get().parcelLabels, app.classification),
    events: {
      onPick: (place, land) => pick(app, place, land),
      onHover: (land, place) => statusBar.hovered(land, place),
      onMove: () => statusBar.moved(),
      onMeasure: (result) => tools.measured(result),
    },
  });
  followBaseMap(app);
  const tools = createMapTools(app);
  const statusBar = createStatusBar(app);
  app.card = createParcelCard(app);
  app.list = createParcelList(app);
  const header = createHeader(app);
  const compare = createCompareBar(app);
  const layers = createLayersPanel(app);
  app.scenario = createScenarioPanel(app);
  const panels = { redline: createRedLinePanel(app), landuse: createLandUsePanel(app), scenario: app.scenario, idle: createIdlePanel(app), data: createDataPanel(app) };
  app.print = createPrintPanel(app);
  createOffline(app);
  createReportLink(app);
  createSearch(app);
  createSide(app, panels);
  app.onLanguage(printHead(app));
  translate(document);
  header.draw();
  compare.draw();
  tools.draw();
  tools.waiting();
  statusBar.words();
  statusBar.moved();
  app.map.translate();
  if (app.hasLand()) {
    layers.load();
    panels.redline.load();
    const { parcel } = app.view.get();
    parcel && app.openParcel(parcel, null);
  }
  document.documentElement.dataset.screen = "ready";
  return { tilesFailed: tools.tilesFailed };
}

function followBaseMap({ map, prefs, district }) {
  const show = ({ baseMap }) => map.setBase(district.baseMaps.find(({ name }) => name === baseMap) ?? null);
  prefs.on(["baseMap"], show);
  show(prefs.get());
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

/** The title that only paper shows. */
function printHead(app) {
  const draw = () => {
    const unit = app.unit(app.view.get().unit);
    if (!app.hasLand()) {
      return;
    }
    byId("print-head").replaceChildren(
      h("strong", { text: `${nameOf(app.district)}${unit ? ` · ${nameOf(unit)}` : ""}` }),
      h("span", { text: `${app.asOf()} · ${(language() === "en" ? app.district.noteEn : app.district.note) ?? ""}` }));
  };
  app.view.on(["unit", "asOf"], draw);
  draw();
  return draw;
}
