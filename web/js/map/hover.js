/**
 * Outlines the parcel under the pointer. A parcel may be cut by tile edges, so the outline is drawn tile by tile from
 * the tiles' own geometry; a canvas is given its size only when something is drawn on it.
 */
import { L } from "./leaflet.js";
import { GRID, TILE_PIXELS, enlargement, sharpness } from "./land-layer.js";
import { featuresWith, follow } from "./tiles/land-tile.js";

const HoverLayer = L.GridLayer.extend({
  createTile() {
    const canvas = L.DomUtil.create("canvas", "leaflet-tile");
    canvas.width = 0;
    canvas.height = 0;
    return canvas;
  },
});

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {string} accent colour of the outline
 */
export function createHover(map, accent) {
  const pane = map.createPane("hover");
  pane.style.zIndex = "430";
  pane.style.pointerEvents = "none";
  const overlay = new HoverLayer({ ...GRID, pane: "hover", keepBuffer: 0 }).addTo(map);
  let shownId = null;

  function drawTile({ el: canvas, coords }, layer, id) {
    const land = layer.landOf(coords);
    const pieces = land ? featuresWith(land, "id", id) : [];
    if (pieces.length === 0) {
      return;
    }
    const pixels = TILE_PIXELS * enlargement(map);
    canvas.width = pixels * sharpness();
    canvas.height = pixels * sharpness();
    const context = canvas.getContext("2d");
    context.scale(sharpness(), sharpness());
    for (const piece of pieces) {
      context.beginPath();
      follow(land, piece, pixels / land.extent, context);
      highlight(context, accent);
    }
  }

  return {
    /**
     * @param {any} land the land layer the parcel belongs to
     * @param {string|null|undefined} id null clears
     */
    show(land, id) {
      if ((id ?? null) === shownId) {
        return;
      }
      shownId = id ?? null;
      for (const tile of Object.values(overlay._tiles)) {
        tile.el.width = 0;
        tile.el.height = 0;
        if (shownId !== null) {
          drawTile(tile, land, shownId);
        }
      }
    },
  };
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
