/**
 * Outlines the parcel under the pointer. A parcel may be cut by tile edges, so the outline is drawn tile by tile from
 * the tiles' own geometry.
 */
import { L } from "./leaflet.js";
import { TILE_PIXELS, enlargement, sharpness, tilesOnScreen } from "./land-layer.js";
import { featuresWith } from "./tiles/land-tile.js";
import { follow } from "./tiles/sketch.js";

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {string} accent colour of the outline
 */
export function createHover(map, accent) {
  const pane = map.createPane("hover");
  pane.style.zIndex = "430";
  pane.style.pointerEvents = "none";
  let shownId = null;
  const searched = new Set();

  function outline({ coords, tile }, id) {
    const features = featuresWith(tile, "id", id);
    if (features.length === 0) {
      return;
    }
    const pixels = TILE_PIXELS * enlargement(map);
    const canvas = L.DomUtil.create("canvas", "leaflet-tile leaflet-tile-loaded", pane);
    canvas.width = pixels * sharpness();
    canvas.height = pixels * sharpness();
    canvas.style.width = canvas.style.height = `${pixels}px`;
    L.DomUtil.setPosition(canvas, L.point(coords.x, coords.y).multiplyBy(pixels).subtract(map.getPixelOrigin()));
    const context = canvas.getContext("2d");
    context.scale(sharpness(), sharpness());
    for (const feature of features) {
      context.beginPath();
      follow(tile, feature, pixels / tile.extent, context);
      highlight(context, accent);
    }
  }

  /** In a tile that has been searched the parcel is outlined already, or is not there. */
  function outlineOnce(shown, id) {
    const { x, y, z } = shown.coords;
    const key = `${x}:${y}:${z}`;
    if (!searched.has(key)) {
      searched.add(key);
      outline(shown, id);
    }
  }

  const hover = {
    /**
     * Outlines a parcel in the tiles read so far; said again, also in those that came since.
     * @param {any} land the land layer the parcel belongs to
     * @param {string|null|undefined} id null clears
     */
    show(land, id) {
      if ((id ?? null) !== shownId) {
        shownId = id ?? null;
        searched.clear();
        pane.replaceChildren();
      }
      if (shownId !== null) {
        tilesOnScreen(land).forEach((shown) => outlineOnce(shown, shownId));
      }
    },
  };
  map.on("zoomstart viewreset", () => hover.show(null, null));
  return hover;
}

/** @param {CanvasRenderingContext2D} context */
function highlight(context, accent) {
  context.lineJoin = "round";
  context.strokeStyle = "rgba(255, 255, 255, 0.95)";
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = accent;
  context.lineWidth = 2.2;
  context.stroke();
}
