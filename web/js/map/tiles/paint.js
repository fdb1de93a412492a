/**
 * How parcels are painted on a tile's canvas: fill by class, thin outline, hatch and strong outline where they are idle,
 * and optionally a pattern per main class so that the map reads without colour.
 */
import { inkOn, isWithin } from "../../classes.js";
import { classPattern, hatch } from "../patterns.js";
import { countOf, tagOf } from "./land-tile.js";
import { follow } from "./sketch.js";

/**
 * @typedef {object} Look
 * @property {boolean} idle mark idle parcels
 * @property {boolean} patterns a pattern per main class
 * @property {string|null} only the class to bring out; the others turn grey
 */

const OUTLINE = "rgba(40, 48, 52, 0.55)";
const MUTED = "#eceeed";
const IDLE_INK = "#1b1f22";

/** A parcel of fewer pixels is painted as its box: no eye tells the difference, and a million of them stay fluid. */
const DOT_PIXELS = 3;

/** A smaller idle parcel has the hatch alone, which runs on to its neighbours; outlines would hide the colour. */
const MARKED_PIXELS = 10;

/** A smaller parcel has no outline; it would be nothing but outline. */
const OUTLINED_PIXELS = 6;

/** Farther out patterns are noise. */
const PATTERN_ZOOM = 13;

/** Outlines fade in with the zoom: at a district's scale they would only darken the colours. */
function outlineWidth(zoom) {
  return zoom < 13 ? 0 : zoom < 15 ? 0.25 : zoom < 17 ? 0.5 : 0.8;
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {import("./land-tile.js").LandTile} tile
 * @param {object} given
 * @param {number} given.pixels to the tile's side, CSS pixels at the zoom shown
 * @param {number} given.zoom as shown
 * @param {Look} given.look
 * @param {(code: string) => string} given.colourOf
 */
export function paintTile(context, tile, { pixels, zoom, look, colourOf }) {
  const canvas = { context, tile, zoom, scale: pixels / tile.extent };
  const shown = (code) => look.only === null || isWithin(code, look.only);
  for (let feature = 0; feature < countOf(tile); feature++) {
    const code = codeOf(tile, feature);
    land(canvas, feature, shown(code) ? colourOf(code) : MUTED);
  }
  if (look.patterns && zoom >= PATTERN_ZOOM) {
    each(tile, (feature) => shown(codeOf(tile, feature)), (feature) => pattern(canvas, feature, codeOf(tile, feature), colourOf));
  }
  if (look.idle) {
    each(tile, (feature) => Boolean(tagOf(tile, feature, "idle")), (feature) => idle(canvas, feature));
  }
}

const codeOf = (tile, feature) => String(tagOf(tile, feature, "code") ?? "");

function each(tile, test, paint) {
  for (let feature = 0; feature < countOf(tile); feature++) {
    if (test(feature)) {
      paint(feature);
    }
  }
}

/** Pixels of a feature's longer side. */
function sizeOf({ tile: { boxes }, scale }, feature) {
  const at = 4 * feature;
  return Math.max(boxes[at + 2] - boxes[at], boxes[at + 3] - boxes[at + 1]) * scale;
}

function trace({ context, tile, scale }, feature) {
  context.beginPath();
  follow(tile, feature, scale, context);
}

function land(canvas, feature, colour) {
  const { context, tile: { boxes }, zoom, scale } = canvas;
  context.fillStyle = colour;
  const size = sizeOf(canvas, feature);
  if (size < DOT_PIXELS) {
    const [west, north, east, south] = boxes.subarray(4 * feature, 4 * feature + 4);
    context.fillRect(west * scale, north * scale, (east - west) * scale, (south - north) * scale);
    return;
  }
  trace(canvas, feature);
  context.fill();
  if (size >= OUTLINED_PIXELS) {
    const width = outlineWidth(zoom);
    context.strokeStyle = width ? OUTLINE : colour;
    context.lineWidth = width || 0.4;
    context.stroke();
  }
}

function pattern(canvas, feature, code, colourOf) {
  const fill = classPattern(code.slice(0, 2), inkOn(colourOf(code)));
  if (fill) {
    trace(canvas, feature);
    canvas.context.fillStyle = fill;
    canvas.context.fill();
  }
}

/** Idle and inefficient parcels: a hatch and a strong outline over their colour. */
function idle(canvas, feature) {
  const { context, zoom } = canvas;
  trace(canvas, feature);
  context.fillStyle = hatch();
  context.fill();
  if (sizeOf(canvas, feature) < MARKED_PIXELS) {
    return;
  }
  context.lineJoin = "round";
  context.strokeStyle = "rgba(255, 255, 255, 0.9)";
  context.lineWidth = zoom < 14 ? 1.6 : 3.2;
  context.stroke();
  context.strokeStyle = IDLE_INK;
  context.lineWidth = zoom < 14 ? 0.9 : 1.6;
  context.stroke();
}
