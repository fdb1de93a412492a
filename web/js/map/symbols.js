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
      trace(context, rings);
      context.fillStyle = colour;
      context.fill();
      const width = outlineWidth(zoom);
      context.strokeStyle = width ? OUTLINE : colour;
      context.lineWidth = width || 0.4;
      context.stroke();
    },
  };
}

/** Patterns for the main classes, over the colour. */
export function patternSymbol(classification) {
  return {
    draw(context, rings, zoom, feature) {
      const code = String(feature.props.code);
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
    draw(context, rings, zoom) {
      trace(context, rings);
      context.fillStyle = hatch();
      context.fill();
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
