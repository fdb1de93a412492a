/**
 * Drawing a rectangle, a polygon or a line on the map, as GeoJSON. Click sets points, double click or Enter ends,
 * Escape gives up; a rectangle ends with its second corner.
 */
import { L } from "./leaflet.js";

/** @typedef {"rectangle"|"polygon"|"line"} Tool */

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {string} accent
 */
export function createDraw(map, accent) {
  const pane = map.createPane("draw");
  pane.style.zIndex = "465";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "draw", padding: 0.5 });
  const drawing = L.layerGroup().addTo(map);
  let points = [];
  /** @type {Tool|null} */
  let tool = null;
  let finished = (_shape) => {};

  const corners = (line) => (tool === "rectangle" && line.length === 2
    ? [line[0], L.latLng(line[0].lat, line[1].lng), line[1], L.latLng(line[1].lat, line[0].lng)] : line);

  function draw(pointer) {
    drawing.clearLayers();
    const line = corners(pointer ? [...points, pointer] : points);
    const style = { pane: "draw", renderer, interactive: false, color: accent, weight: 2.4 };
    if (line.length > 1) {
      const shape = tool === "line" ? L.polyline : L.polygon;
      shape(line, { ...style, color: "#ffffff", weight: 5, fill: false }).addTo(drawing);
      shape(line, { ...style, dashArray: tool === "line" ? null : "6 4", fill: tool !== "line", fillOpacity: 0.1 }).addTo(drawing);
    }
    points.forEach((point) => L.circleMarker(point, { ...style, radius: 4, fillColor: "#ffffff", fillOpacity: 1 }).addTo(drawing));
  }

  function end() {
    const line = corners(points);
    const flat = line.map(({ lng, lat }) => [lng, lat]);
    const enough = flat.length >= (tool === "line" ? 2 : 3);
    const shape = tool === "line" ? { type: "LineString", coordinates: flat }
      : { type: "Polygon", coordinates: [[...flat, flat[0]]] };
    points = [];
    drawing.clearLayers();
    if (enough) {
      finished(shape);
    }
  }

  const handlers = {
    click({ latlng }) {
      const last = points[points.length - 1];
      if (!last || !last.equals(latlng)) {
        points.push(latlng);
      }
      draw();
      if (tool === "rectangle" && points.length === 2) {
        end();
      }
    },
    mousemove: ({ latlng }) => points.length && draw(latlng),
    dblclick: () => end(),
  };

  map.getContainer().addEventListener("keydown", (event) => {
    if (tool && event.key === "Escape") {
      points = [];
      drawing.clearLayers();
    } else if (tool && event.key === "Enter" && points.length > 1) {
      event.stopPropagation();
      end();
    }
  }, true);

  return {
    /** @param {Tool|null} next @param {(shape: object) => void} [onDone] */
    use(next, onDone = () => {}) {
      if (tool) {
        map.off(handlers);
        map.doubleClickZoom.enable();
      }
      tool = next;
      finished = onDone;
      points = [];
      drawing.clearLayers();
      map.getContainer().classList.toggle("measuring", tool !== null);
      if (tool) {
        map.doubleClickZoom.disable();
        map.on(handlers);
      }
    },
    get active() {
      return tool !== null;
    },
  };
}
