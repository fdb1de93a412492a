/**
 * Measures length and area on the ellipsoid. Click sets points, double click or Enter ends, Escape clears.
 */
import { L } from "./leaflet.js";
import { lineLengthM, ringAreaM2 } from "../cgcs2000.js";

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {object} given
 * @param {string} given.accent
 * @param {(result: {lengthM: number, perimeterM: number, areaM2: number, points: number, done: boolean}|null) => void} given.onChange
 */
export function createMeasure(map, { accent, onChange }) {
  const pane = map.createPane("measure");
  pane.style.zIndex = "460";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "measure", padding: 0.5 });
  const style = { pane: "measure", renderer, interactive: false };
  const drawing = L.layerGroup().addTo(map);
  let points = [];
  let active = false;
  let done = false;

  function draw(pointer) {
    drawing.clearLayers();
    const line = pointer && !done ? [...points, pointer] : points;
    if (line.length > 1) {
      L.polyline(line, { ...style, color: "#ffffff", weight: 5 }).addTo(drawing);
      L.polyline(line, { ...style, color: accent, weight: 2.2 }).addTo(drawing);
    }
    if (line.length > 2) {
      L.polygon(line, { ...style, color: accent, weight: 1.4, dashArray: "4 4", fillColor: accent, fillOpacity: 0.12 }).addTo(drawing);
    }
    for (const point of points) {
      L.circleMarker(point, { ...style, radius: 4, color: accent, weight: 2, fillColor: "#ffffff", fillOpacity: 1 })
        .addTo(drawing);
    }
    /** @type {Array<[number, number]>} */
    const flat = line.map(({ lng, lat }) => [lng, lat]);
    onChange({
      lengthM: lineLengthM(flat), perimeterM: lineLengthM([...flat, ...flat.slice(0, 1)]), areaM2: ringAreaM2(flat),
      points: line.length, done,
    });
  }

  function addPoint({ latlng }) {
    if (done) {
      points = [];
      done = false;
    }
    points.push(latlng);
    draw();
  }

  function finish() {
    done = points.length > 1;
    draw();
  }

  const handlers = {
    click: addPoint,
    mousemove: ({ latlng }) => points.length && !done && draw(latlng),
    dblclick: finish,
  };

  return {
    /** @param {boolean} on */
    setActive(on) {
      if (on === active) {
        return;
      }
      active = on;
      points = [];
      done = false;
      drawing.clearLayers();
      map.doubleClickZoom[on ? "disable" : "enable"]();
      map.getContainer().classList.toggle("measuring", on);
      map[on ? "on" : "off"](handlers);
      onChange(on ? { lengthM: 0, perimeterM: 0, areaM2: 0, points: 0, done: false } : null);
    },
    finish,
    get active() {
      return active;
    },
  };
}
