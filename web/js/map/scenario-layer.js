/**
 * What a scenario changes, drawn over the land: the new class of every changed parcel, and what is chosen. The tiles
 * below stay as they are and as they are cached; only what changed is fetched and drawn.
 */
import { L } from "./leaflet.js";

const CHOSEN = "#0f5f73";
const CHANGED = "#1a2226";

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {(code: string) => string} colourOf
 * @param {string} [paneName] one per map is enough
 */
export function createScenarioLayer(map, colourOf, paneName = "scenario") {
  const pane = map.createPane(paneName);
  pane.style.zIndex = "330";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: paneName, padding: 0.3 });
  const common = { pane: paneName, renderer, interactive: false };
  const changed = L.layerGroup().addTo(map);
  const chosen = L.layerGroup().addTo(map);

  /** Far out the outlines would cover the land they stand for. */
  const weight = () => (map.getZoom() < 15 ? 0.6 : 1.6);
  map.on("zoomend", () => changed.eachLayer((group) => group.options.thin && group.setStyle({ weight: weight() })));

  return {
    /** @param {any[]} features of the scenario @param {"current"|"planned"} state only its land is drawn */
    show(features, state) {
      changed.clearLayers();
      const land = features.filter((one) => one.properties.stage === "after" && one.properties.state === state);
      L.geoJSON(land, { ...common, thin: true, style: (one) => ({
        color: CHANGED, weight: weight(), fillColor: colourOf(one.properties.code ?? ""), fillOpacity: 0.95 }) }).addTo(changed);
      L.geoJSON(features.filter((one) => one.properties.stage === "line"), { ...common,
        style: { color: "#b3261e", weight: 2.6, dashArray: "8 4", fillColor: "#b3261e", fillOpacity: 0.08 } }).addTo(changed);
    },
    /** @param {any[]} features */
    choose(features) {
      chosen.clearLayers();
      L.geoJSON(features, { ...common, style: { color: "#ffffff", weight: 5, fill: false } }).addTo(chosen);
      L.geoJSON(features, { ...common, style: { color: CHOSEN, weight: 2.4, fillColor: CHOSEN, fillOpacity: 0.18 } }).addTo(chosen);
    },
  };
}
