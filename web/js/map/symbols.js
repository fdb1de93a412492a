/**
 * How a parcel is painted on a tile's canvas: fill by class, thin outline, hatch and strong outline where it is idle,
 * and optionally a pattern per main class so that the map reads without colour.
 */
import { inkOn, isWithin } from "../classes.js";
import { hatch, classPattern } from "./patterns.js";

const OUTLINE = "rgba(40, 48, 52, 0.55)";
const MUTED = "#eceeed";
const IDLE_INK = "#1b1f22";

function trace(context, rings) {
  context.beginPath();
  for (const ring of rings) {
    context.moveTo(ring[0].x, ring[0].y);
    for (let i = 1; i < ring.length; i++) {
      context.lineTo(ring[i].x, ring[i].y);
    }
  }
}

/** A parcel of fewer pixels is painted as its box: no eye tells the difference, and a million of them stay fluid. */
const DOT_PIXELS = 3;

/** A smaller idle parcel has the hatch alone, which runs on to its neighbours; outlines would hide the colour. */
const MARKED_PIXELS = 10;

/** A smaller parcel has no outline; it would be nothing but outline. */
const OUTLINED_PIXELS = 6;

function sizeOf({ minX, minY, maxX, maxY }) {
  return Math.max(maxX - minX, maxY - minY);
}

/** Outlines fade in with the zoom: at a district's scale they would only darken the colours. */
function outlineWidth(zoom) {
  return zoom < 13 ? 0 : zoom < 15 ? 0.25 : zoom < 17 ? 0.5 : 0.8;
}

/**
 * @param {{colourOf: (code: string) => string}} classification
 * @param {() => string|null} onlyClass the class to bring out; the others turn grey
 */
export function landSymbol(classification, onlyClass) {
  return {
    draw(context, rings, zoom, feature) {
      const { code } = feature.props;
      const only = onlyClass();
      const colour = only === null || isWithin(code, only) ? classification.colourOf(code) : MUTED;
      context.fillStyle = colour;
      const size = sizeOf(feature.bbox);
      if (size < DOT_PIXELS) {
        const { minX, minY, maxX, maxY } = feature.bbox;
        context.fillRect(minX, minY, maxX - minX, maxY - minY);
        return;
      }
      trace(context, rings);
      context.fill();
      if (size < OUTLINED_PIXELS) {
        return;
      }
      const width = outlineWidth(zoom);
      context.strokeStyle = width ? OUTLINE : colour;
      context.lineWidth = width || 0.4;
      context.stroke();
    },
  };
}

/** Patterns for the main classes, over the colour; a class turned grey has none. */
export function patternSymbol(classification, onlyClass) {
  return {
    draw(context, rings, zoom, feature) {
      const code = String(feature.props.code);
      const only = onlyClass();
      if (only !== null && !isWithin(code, only)) {
        return;
      }
      const pattern = classPattern(code.slice(0, 2), inkOn(classification.colourOf(code)));
      if (pattern) {
        trace(context, rings);
        context.fillStyle = pattern;
        context.fill();
      }
    },
  };
}

/** Idle and inefficient parcels: a hatch and a strong outline over their colour. */
export function idleSymbol() {
  return {
    draw(context, rings, zoom, feature) {
      trace(context, rings);
      context.fillStyle = hatch();
      context.fill();
      if (sizeOf(feature.bbox) < MARKED_PIXELS) {
        return;
      }
      context.lineJoin = "round";
      context.strokeStyle = "rgba(255, 255, 255, 0.9)";
      context.lineWidth = zoom < 14 ? 1.6 : 3.2;
      context.stroke();
      context.strokeStyle = IDLE_INK;
      context.lineWidth = zoom < 14 ? 0.9 : 1.6;
      context.stroke();
    },
  };
}

/** @param {CanvasRenderingContext2D} context */
export function traceHighlight(context, rings, accent) {
  trace(context, rings);
  context.lineJoin = "round";
  context.strokeStyle = "rgba(255, 255, 255, 0.95)";
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = accent;
  context.lineWidth = 2.2;
  context.stroke();
}
