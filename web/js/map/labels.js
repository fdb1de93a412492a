/**
 * Names on the map: units, places, and from close by the parcels. One canvas, drawn anew when the map comes to rest;
 * names that would collide are left out, the more important first.
 */
import { atRest } from "./at-rest.js";
import { L } from "./leaflet.js";
import { TILE_PIXELS, enlargement, tilesOnScreen } from "./land-layer.js";
import { insideRing, placeLabels } from "./label-layout.js";
import { countOf, propsOf, shellOf } from "./tiles/land-tile.js";

const FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const PARCEL_ZOOM = 16;

/** Narrower parcels have no room for a name; asked first because it costs nothing. */
const MIN_PARCEL_PIXELS = 26;

/** A name in a strip hardly higher than itself (a road) reads as clutter. */
const ROOM_ABOVE = 1.7;

/** Size, weight and rank by what is named. */
const KINDS = {
  district: { size: 17, weight: 600, priority: 90, maxZoom: 11 },
  zone: { size: 15, weight: 600, priority: 80, maxZoom: 14 },
  street: { size: 14, weight: 500, priority: 70, maxZoom: 15 },
  base: { size: 13, weight: 600, priority: 75, maxZoom: 16 },
  unit: { size: 12, weight: 500, priority: 60, maxZoom: 20, minZoom: 13 },
  place: { size: 12, weight: 400, priority: 50, maxZoom: 20, minZoom: 12 },
  parcel: { size: 11, weight: 400, priority: 10, maxZoom: 20, minZoom: PARCEL_ZOOM },
};

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {object} given
 * @param {() => Array<{kind: string, text: string, lon: number, lat: number}>} given.names what is to be named now
 * @param {() => any} given.land the land layer whose parcels are named
 * @param {(attributes: object) => string|null} given.parcelText null names none
 */
export function createLabels(map, { names, land, parcelText }) {
  const pane = map.createPane("labels");
  pane.style.zIndex = "450";
  pane.style.pointerEvents = "none";
  const canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide label-canvas", pane);
  const context = canvas.getContext("2d");
  const scale = Math.min(2, window.devicePixelRatio || 1);
  const widths = new Map();

  function measure(label, kind) {
    const { size, weight, priority } = KINDS[kind] ?? KINDS.unit;
    const font = `${weight} ${size}px ${FONT}`;
    return { ...label, kind, font, priority, width: widthOf(label.text, font), height: size * 1.25 };
  }

  function widthOf(text, font) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  function namedLabels(zoom) {
    return names().filter(({ kind }) => {
      const { minZoom = 0, maxZoom } = KINDS[kind] ?? KINDS.unit;
      return zoom >= minZoom && zoom <= maxZoom;
    }).map(({ kind, text, lon, lat }) => {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return measure({ text, x, y }, kind);
    });
  }

  function parcelLabels(zoom) {
    const layer = land();
    if (zoom < PARCEL_ZOOM || !layer) {
      return [];
    }
    const best = new Map();
    tilesOnScreen(layer).forEach(({ coords, tile }) => collectParcels(tile, coords, best));
    return [...best.values()];
  }

  function collectParcels(tile, coords, best) {
    const pixels = TILE_PIXELS * enlargement(map);
    const scale = pixels / tile.extent;
    const corner = map.getPixelOrigin();
    for (let feature = 0; feature < countOf(tile); feature++) {
      const width = (tile.boxes[4 * feature + 2] - tile.boxes[4 * feature]) * scale;
      const props = width < MIN_PARCEL_PIXELS ? null : propsOf(tile, feature);
      const text = props && parcelText(props);
      if (!text) {
        continue;
      }
      const spot = insideRing(shellOf(tile, feature, scale));
      const at = map.layerPointToContainerPoint([coords.x * pixels + spot.x - corner.x, coords.y * pixels + spot.y - corner.y]);
      const label = measure({ text, x: at.x, y: at.y }, "parcel");
      const key = props.id ?? `${coords.x}:${coords.y}:${spot.x}`;
      const fits = label.width + 4 < spot.width && label.height * ROOM_ABOVE < spot.height;
      if (fits && spot.width > (best.get(key)?.room ?? 0)) {
        best.set(key, { ...label, room: spot.width });
      }
    }
  }

  function draw() {
    const size = map.getSize();
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    canvas.width = size.x * scale;
    canvas.height = size.y * scale;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const zoom = Math.round(map.getZoom());
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const label of placeLabels([...namedLabels(zoom), ...parcelLabels(zoom)])) {
      context.font = label.font;
      context.lineWidth = label.kind === "parcel" ? 2.5 : 4;
      context.strokeStyle = "rgba(255, 255, 255, 0.92)";
      context.strokeText(label.text, label.x, label.y);
      context.fillStyle = "#161b1e";
      context.fillText(label.text, label.x, label.y);
    }
  }

  const redraw = atRest(map, draw);
  map.on("moveend zoomend resize viewreset", redraw);
  return { redraw };
}
