/**
 * What a printed sheet will show: a frame on the map, and a veil over the rest.
 */
import { L } from "./leaflet.js";

/** A ring around all that the map can show. */
const WORLD = [[-85, -180], [-85, 180], [85, 180], [85, -180]];

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {string} accent
 */
export function createPrintFrame(map, accent) {
  const pane = map.createPane("print-frame");
  pane.style.zIndex = "445";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "print-frame", padding: 0.3 });
  let shown = null;

  return {
    /** @param {Array<[number, number]>|null} corners longitude and latitude; null takes the frame away */
    show(corners) {
      shown?.remove();
      shown = null;
      if (corners) {
        const ring = corners.map(([lon, lat]) => [lat, lon]);
        const common = { pane: "print-frame", renderer, interactive: false };
        shown = L.layerGroup([
          L.polygon([WORLD, ring], { ...common, stroke: false, fillColor: "#1b2327", fillOpacity: 0.32 }),
          L.polygon(ring, { ...common, color: accent, weight: 2.5, fill: false }),
        ]).addTo(map);
      }
    },
  };
}
