/**
 * Outlines the parcel under the pointer. A parcel may be cut by tile edges, so the outline is drawn tile by tile from
 * the tiles' own geometry; a canvas is given its size only when something is drawn on it.
 */
import { L } from "./leaflet.js";
import { featuresOfTile } from "./land-layer.js";
import { traceHighlight } from "./symbols.js";

const TILE = 256;

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
  const overlay = new HoverLayer({ pane: "hover", minZoom: 9, maxZoom: 20, keepBuffer: 0 }).addTo(map);
  const scale = Math.min(2, window.devicePixelRatio || 1);
  let shownId = null;

  function drawTile(tile, land, id) {
    const { features, scale: enlarged, origin } = featuresOfTile(land, tile.coords);
    const pieces = features.filter((feature) => feature.props.id === id);
    if (pieces.length === 0) {
      return;
    }
    const canvas = tile.el;
    canvas.width = TILE * scale;
    canvas.height = TILE * scale;
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    context.translate(origin.x, origin.y);
    for (const piece of pieces) {
      traceHighlight(context, enlarge(piece.geom, enlarged), accent);
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

function enlarge(rings, factor) {
  return factor === 1 ? rings : rings.map((ring) => ring.map((point) => ({ x: point.x * factor, y: point.y * factor })));
}
