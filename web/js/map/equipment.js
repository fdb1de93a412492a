/**
 * What lies over the land on the map: layers, names, the divider, what is drawn, chosen and measured; the pictures under
 * it; and what the pointer tells. Loaded after the land.
 */
import { createBaseMap } from "./basemap.js";
import { createDraft } from "./draft.js";
import { createDraw } from "./draw.js";
import { createHover } from "./hover.js";
import { createLabels } from "./labels.js";
import { createMeasure } from "./measure.js";
import { createOverlays } from "./overlays.js";
import { followPointer } from "./pointer.js";
import { createPrintFrame } from "./print-frame.js";
import { createScenarioLayer } from "./scenario-layer.js";
import { createSelection } from "./selection.js";
import { createSwipe } from "./swipe.js";
import { lineLengthM } from "../cgcs2000.js";
import { sidesOf } from "../compare.js";
import { t } from "../i18n.js";

const ACCENT = "#0f5f73";

/**
 * @param {object} given
 * @param {import("./leaflet.js").LeafletMap} given.map
 * @param {any} given.land
 * @param {any} given.store the view's state
 * @param {any} given.classification
 * @param {(land: import("../compare.js").LandView|null) => string} given.sideName
 * @param {() => Array<{kind: string, text: string, lon: number, lat: number}>} given.names
 * @param {(attributes: object) => string|null} given.parcelText
 * @param {object} given.events onPick(place, attributes|null), onHover(attributes|null, place|null), onMove(), onMeasure(result)
 */
export function createEquipment({ map, land, store, classification, sideName, names, parcelText, events }) {
  const overlays = createOverlays(map);
  const selection = createSelection(map, ACCENT);
  const draft = createDraft(map, ACCENT);
  const hover = createHover(map, ACCENT);
  const swipe = createSwipe(map, {
    label: () => t("map.swipe"), left: () => sideName(sidesOf(store.get()).left), right: () => sideName(sidesOf(store.get()).right),
  });
  const measure = createMeasure(map, { accent: ACCENT, onChange: events.onMeasure });
  const scenario = createScenarioLayer(map, classification.colourOf);
  const draw = createDraw(map, ACCENT);
  const labels = createLabels(map, { names, land: () => land.layer("left"), parcelText });
  followStates(store, swipe, labels);
  listen(map, { land, swipe, measure, events });
  const pointer = followPointer(map, { land, hover, swipe, measure, onHover: events.onHover });

  return {
    overlays, selection, draft, measure, labels, scenario, draw,
    printFrame: createPrintFrame(map, ACCENT),
    setBase: createBaseMap(map).show,
    landPainted() {
      labels.redraw();
      pointer.look();
    },
    translate() {
      swipe.translate();
      labels.redraw();
    },
    /** Metres on the ground to one pixel at the middle of the map. */
    metresPerPixel() {
      const { x, y } = map.getSize();
      const ends = [0, 100].map((right) => map.containerPointToLatLng([x / 2 + right, y / 2]));
      return lineLengthM(ends.map(({ lng, lat }) => [lng, lat])) / 100;
    },
  };
}

function followStates(store, swipe, labels) {
  const update = (view) => {
    swipe.setActive(view.swipe !== null);
    swipe.translate();
    labels.redraw();
  };
  update(store.get());
  store.on(["state", "asOf", "swipe"], update);
}

/** Where the map is chosen from: a click, or Enter at its middle. */
function listen(map, { land, swipe, measure, events }) {
  const pick = (latlng, containerPoint) => {
    if (!measure.active) {
      events.onPick({ lon: latlng.lng, lat: latlng.lat }, land.at(swipe.sideOf(containerPoint), latlng));
    }
  };
  map.on("click", ({ latlng, containerPoint }) => pick(latlng, containerPoint));
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === map.getContainer()) {
      const latlng = map.getCenter();
      pick(latlng, map.latLngToContainerPoint(latlng));
    }
  });
  map.on("moveend", () => events.onMove());
}
