/**
 * The map: puts its parts together and follows the view's state. Nothing outside this folder knows Leaflet.
 */
import { L } from "./leaflet.js";
import { createBaseMap } from "./basemap.js";
import { createDraft } from "./draft.js";
import { createDraw } from "./draw.js";
import { createHover } from "./hover.js";
import { createLabels } from "./labels.js";
import { createLand } from "./land.js";
import { createMeasure } from "./measure.js";
import { createOverlays } from "./overlays.js";
import { createPrintFrame } from "./print-frame.js";
import { createScenarioLayer } from "./scenario-layer.js";
import { createSelection } from "./selection.js";
import { createSwipe } from "./swipe.js";
import { lineLengthM } from "../cgcs2000.js";
import { sidesOf } from "../compare.js";
import { t } from "../i18n.js";

const ACCENT = "#0f5f73";

/**
 * @param {HTMLElement} container
 * @param {object} given
 * @param {any} given.store the view's state
 * @param {any} given.classification
 * @param {[number, number, number, number]} given.bounds west, south, east, north
 * @param {boolean} given.hasLand whether there are tiles to ask for
 * @param {[number, number, number, number]} given.start what to show where the address names no place
 * @param {{idle: boolean, patterns: boolean, opacity: number}} given.look
 * @param {() => string|null} given.onlyClass
 * @param {(land: import("../compare.js").LandView|null) => string} given.sideName
 * @param {() => Array<{kind: string, text: string, lon: number, lat: number}>} given.names
 * @param {(attributes: object) => string|null} given.parcelText
 * @param {object} given.events onPick(place, attributes|null), onHover(attributes|null, place|null), onMove(), onTiles(ready), onTileFailure(),
 *   onMeasure(result)
 */
export function createMapView(container, { store, classification, bounds, start, hasLand, look, onlyClass, sideName, names, parcelText, events }) {
  const map = L.map(container, {
    zoomControl: false, attributionControl: false, fadeAnimation: false, minZoom: hasLand ? 10 : 4, maxZoom: 20,
    maxBounds: toBounds(bounds).pad(1.2), maxBoundsViscosity: 0.6, zoomSnap: 1, wheelPxPerZoomLevel: 90,
  });
  setStart(map, store.get(), start);
  const land = createLand(map, {
    classification, onlyClass, look, onBusy: (busy) => events.onTiles(!busy), onFailure: events.onTileFailure,
  });
  const base = createBaseMap(map);
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

  follow(map, store, { land: hasLand ? land : null, swipe, labels });
  listen(map, store, { land, hover, swipe, measure, events });

  return {
    overlays, selection, draft, measure, labels, scenario, draw,
    printFrame: createPrintFrame(map, ACCENT),
    /** @param {import("./basemap.js").BaseMap|null} chosen */
    setBase(chosen) {
      base.show(chosen);
      container.classList.toggle("has-base", Boolean(chosen));
    },
    restyle: land.restyle,
    setOpacity: land.setOpacity,
    retryTiles: land.retry,
    translate() {
      swipe.translate();
      labels.redraw();
    },
    /**
     * @param {[number, number, number, number]} box
     * @param {{maxZoom?: number, leftPixels?: number, rightPixels?: number, animate?: boolean}} [options] what panels cover is kept free
     */
    fit: (box, { maxZoom = 18, leftPixels = 0, rightPixels = 0, animate = true } = {}) => map.fitBounds(toBounds(box), {
      maxZoom, paddingTopLeft: [36 + leftPixels, 36], paddingBottomRight: [36 + rightPixels, 36], ...(animate ? {} : { animate }),
    }),
    /** Shows all of some GeoJSON features. @param {Array<object>} features */
    fitFeatures(features) {
      if (features.length) {
        map.fitBounds(L.geoJSON(features).getBounds(), { maxZoom: 17, padding: [48, 48] });
      }
    },
    /** West, south, east, north of some GeoJSON features. @param {Array<object>} features */
    boundsOf(features) {
      const box = L.geoJSON(features).getBounds();
      return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    },
    zoomBy: (step) => map.setZoom(map.getZoom() + step),
    resized: () => map.invalidateSize({ pan: false }),
    /** Metres on the ground to one pixel at the middle of the map. */
    metresPerPixel() {
      const { x, y } = map.getSize();
      const ends = [0, 100].map((right) => map.containerPointToLatLng([x / 2 + right, y / 2]));
      return lineLengthM(ends.map(({ lng, lat }) => [lng, lat])) / 100;
    },
    /** West, south, east, north of what is seen beside what a panel covers. @returns {[number, number, number, number]} */
    bounds(leftPixels = 0) {
      const { x, y } = map.getSize();
      const seen = L.latLngBounds(map.containerPointToLatLng([leftPixels, y]), map.containerPointToLatLng([x, 0]));
      return [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
    },
    centre() {
      const { lat, lng } = map.getCenter();
      return { lat, lon: lng };
    },
  };
}

function toBounds([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}

function setStart(map, { z, lat, lon }, bounds) {
  if (z !== null) {
    map.setView([lat, lon], z);
  } else {
    map.fitBounds(toBounds(bounds), { padding: [8, 8] });
  }
}

function follow(map, store, { land, swipe, labels }) {
  const update = (view) => {
    land?.update(view);
    swipe.setActive(view.swipe !== null);
    swipe.translate();
    labels.redraw();
  };
  update(store.get());
  store.on(["state", "asOf", "swipe"], update);
  store.on(["z", "lat", "lon"], ({ z, lat, lon }) => {
    const centre = map.getCenter();
    const moved = Math.abs(centre.lat - lat) > 1e-5 || Math.abs(centre.lng - lon) > 1e-5 || map.getZoom() !== z;
    if (z !== null && moved) {
      map.setView([lat, lon], z);
    }
  });
}

function listen(map, store, { land, hover, swipe, measure, events }) {
  let pending = 0;
  map.on("mousemove", ({ latlng, containerPoint }) => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => {
      const side = swipe.sideOf(containerPoint);
      const found = measure.active ? null : land.at(side, latlng);
      hover.show(land.layer(side), found?.id);
      events.onHover(found, { lon: latlng.lng, lat: latlng.lat });
    });
  });
  map.on("mouseout", () => {
    cancelAnimationFrame(pending);
    hover.show(null, null);
    events.onHover(null, null);
  });
  map.on("zoomstart", () => hover.show(null, null));
  map.on("click", ({ latlng, containerPoint }) => {
    if (!measure.active) {
      events.onPick({ lon: latlng.lng, lat: latlng.lat }, land.at(swipe.sideOf(containerPoint), latlng));
    }
  });
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === map.getContainer() && !measure.active) {
      const latlng = map.getCenter();
      const side = swipe.sideOf(map.latLngToContainerPoint(latlng));
      events.onPick({ lon: latlng.lng, lat: latlng.lat }, land.at(side, latlng));
    }
  });
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    store.set({ z: map.getZoom(), lat, lon: lng });
    events.onMove();
  });
}
