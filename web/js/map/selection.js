/**
 * The parcel and the unit in focus, outlined over everything else.
 */
import { L } from "./leaflet.js";

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {string} accent
 */
export function createSelection(map, accent) {
  const pane = map.createPane("selection");
  pane.style.zIndex = "440";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "selection", padding: 0.3 });
  const held = { parcel: null, unit: null, parcels: null };

  function outline(geometry, weight) {
    const line = (style) => L.geoJSON(geometry, {
      pane: "selection", renderer, interactive: false, style: { fill: false, lineJoin: "round", ...style },
    });
    return L.layerGroup([
      line({ color: "#ffffff", weight: weight + 4, opacity: 0.95 }),
      line({ color: accent, weight, opacity: 1 }),
    ]);
  }

  function put(slot, geometry, weight) {
    held[slot]?.remove();
    held[slot] = geometry ? outline(geometry, weight).addTo(map) : null;
  }

  return {
    /** @param {object|null} geometry GeoJSON in degrees */
    parcel: (geometry) => put("parcel", geometry, 3),
    /** @param {object|null} geometry GeoJSON in degrees */
    unit: (geometry) => put("unit", geometry, 2.6),
    /** The parcels behind a figure. @param {Array<object>} features GeoJSON in degrees */
    parcels: (features) => put("parcels", features.length ? { type: "FeatureCollection", features } : null, 1.6),
  };
}
