/**
 * The map: its land, and its place in the view's state. What lies over and under the land comes later, from
 * equipment.js: the eye waits for the land. Nothing outside this folder knows Leaflet.
 */
import { L } from "./leaflet.js";
import { createLand } from "./land.js";

const START_PADDING = [8, 8];

/**
 * @param {HTMLElement} container
 * @param {object} given
 * @param {any} given.store the view's state
 * @param {any} given.classification
 * @param {[number, number, number, number]} given.bounds west, south, east, north
 * @param {boolean} given.hasLand whether there are tiles to ask for
 * @param {() => [number, number, number, number]|null} given.landBox where there is land, of whatever day and state
 * @param {[number, number, number, number]} given.start what to show where the address names no place
 * @param {{idle: boolean, patterns: boolean, opacity: number}} given.look
 * @param {() => string|null} given.onlyClass
 * @param {(ready: boolean) => void} given.onTiles
 * @param {() => void} given.onTileFailure
 */
export function createMapView(container, { store, classification, bounds, start, hasLand, landBox, look, onlyClass, onTiles, onTileFailure }) {
  const map = L.map(container, {
    zoomControl: false, attributionControl: false, fadeAnimation: false, minZoom: hasLand ? 10 : 4, maxZoom: 20,
    maxBounds: toBounds(bounds).pad(1.2), maxBoundsViscosity: 0.6, zoomSnap: 1, wheelPxPerZoomLevel: 90,
  });
  setStart(map, store.get(), start);
  const land = createLand(map, { classification, onlyClass, look, box: landBox, onBusy: (busy) => onTiles(!busy), onFailure: onTileFailure });
  follow(map, store, hasLand ? land : null);

  const view = {
    /** Until the map is equipped nothing lies over the land, and nothing says a word. */
    landPainted() {},
    translate() {},
    /**
     * Lays around the land what else the map has; from then on all of that is the view's own.
     * @param {(parts: any) => object} createEquipment of equipment.js
     * @param {object} given what it wants besides the map's own
     */
    equip(createEquipment, given) {
      Object.assign(view, createEquipment({ map, land, store, classification, ...given }));
    },
    restyle: land.restyle,
    setOpacity: land.setOpacity,
    retryTiles: land.retry,
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
    /** What is seen stays where it is; who saw the whole district still does. */
    resized() {
      const whole = toBounds(start);
      const seen = map.getBounds().contains(whole);
      map.invalidateSize({ pan: false });
      if (seen && !map.getBounds().contains(whole)) {
        map.fitBounds(whole, { padding: START_PADDING, animate: false });
      }
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
  return view;
}

function toBounds([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}

function setStart(map, { z, lat, lon }, bounds) {
  if (z !== null) {
    map.setView([lat, lon], z);
  } else {
    map.fitBounds(toBounds(bounds), { padding: START_PADDING });
  }
}

function follow(map, store, land) {
  land?.update(store.get());
  store.on(["state", "asOf", "swipe"], (view) => land?.update(view));
  store.on(["z", "lat", "lon"], ({ z, lat, lon }) => {
    const centre = map.getCenter();
    const moved = Math.abs(centre.lat - lat) > 1e-5 || Math.abs(centre.lng - lon) > 1e-5 || map.getZoom() !== z;
    if (z !== null && moved) {
      map.setView([lat, lon], z);
    }
  });
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    store.set({ z: map.getZoom(), lat, lon: lng });
  });
}
