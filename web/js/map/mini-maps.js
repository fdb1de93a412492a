/**
 * Two to four small maps that move together, one per scenario.
 */
import { L } from "./leaflet.js";
import { createLandLayer } from "./land-layer.js";
import { createScenarioLayer } from "./scenario-layer.js";

/**
 * @param {Array<{element: HTMLElement, features: any[], asOf: string|null}>} list
 * @param {object} given
 * @param {"current"|"planned"} given.state
 * @param {any} given.classification
 * @param {[number, number, number, number]} given.bounds west, south, east, north
 * @param {[number, number, number, number]|null} given.landBox where there is land
 * @returns {{remove: () => void}}
 */
export function createMiniMaps(list, { state, classification, bounds: [west, south, east, north], landBox }) {
  let moving = false;
  const maps = list.map(({ element, features, asOf }) => {
    const map = L.map(element, { attributionControl: false, zoomControl: false, minZoom: 10, maxZoom: 20, zoomAnimation: false });
    map.fitBounds([[south, west], [north, east]]);
    createLandLayer({ state, asOf, pane: "tilePane", onlyClass: () => null,
      style: { idle: false, patterns: false }, box: landBox, onFailure: () => {} }).addTo(map);
    createScenarioLayer(map, classification.colourOf).show(features, state);
    return map;
  });
  for (const map of maps) {
    map.on("move", () => {
      if (moving) {
        return;
      }
      moving = true;
      maps.filter((other) => other !== map).forEach((other) => other.setView(map.getCenter(), map.getZoom(), { animate: false }));
      moving = false;
    });
  }
  return { remove: () => maps.forEach((map) => map.remove()) };
}
