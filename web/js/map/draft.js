/**
 * What is not, or not yet, part of the land: the outline of a file before its import, and the places of findings.
 */
import { L } from "./leaflet.js";

const PANE = "draft";

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {string} accent
 */
export function createDraft(map, accent) {
  const pane = map.createPane(PANE);
  pane.style.zIndex = "430";
  pane.style.pointerEvents = "none";
  const canvas = L.canvas({ pane: PANE, padding: 0.3 });
  const group = L.layerGroup().addTo(map);
  const shapes = L.layerGroup().addTo(group);
  const places = L.layerGroup().addTo(group);
  const mark = L.layerGroup().addTo(group);

  const box = ([west, south, east, north], style) => L.rectangle([[south, west], [north, east]],
    { pane: PANE, renderer: canvas, interactive: false, fill: false, ...style });

  /** The land steps back while an outline lies over it. */
  const dim = (on) => map.getContainer().classList.toggle("has-draft", on);

  const clear = () => {
    [shapes, places, mark].forEach((each) => each.clearLayers());
    dim(false);
  };

  return {
    clear,
    /** @param {boolean} on */
    show(on) {
      dim(on && shapes.getLayers().length > 0);
      return on ? group.addTo(map) : group.remove();
    },
    /** @param {Array<object>} geometries GeoJSON in degrees */
    outline(geometries) {
      clear();
      L.geoJSON(geometries.map((geometry) => ({ type: "Feature", properties: {}, geometry })), {
        pane: PANE, renderer: canvas, interactive: false,
        style: { color: accent, weight: 1.4, opacity: 0.9, fill: true, fillColor: accent, fillOpacity: 0.18 },
        pointToLayer: (_, place) => L.circleMarker(place, { pane: PANE, renderer: canvas, interactive: false, radius: 3, color: accent }),
      }).addTo(shapes);
      dim(geometries.length > 0);
    },
    /** @param {Array<[number, number, number, number]>} boxes */
    places(boxes) {
      places.clearLayers();
      mark.clearLayers();
      for (const one of boxes) {
        const [west, south, east, north] = one;
        box(one, { color: accent, weight: 1.5 }).addTo(places);
        L.circleMarker([(south + north) / 2, (west + east) / 2],
          { pane: PANE, renderer: canvas, interactive: false, radius: 5, color: "#ffffff", weight: 1.5, fillColor: accent, fillOpacity: 1 }).addTo(places);
      }
    },
    /** @param {[number, number, number, number]} one */
    mark(one) {
      mark.clearLayers();
      box(one, { color: "#ffffff", weight: 6, opacity: 0.95 }).addTo(mark);
      box(one, { color: accent, weight: 3 }).addTo(mark);
    },
  };
}
