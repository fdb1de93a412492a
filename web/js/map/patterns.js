/**
 * Small repeating pictures. Sizes divide 256, so that a pattern runs on from tile to tile.
 */
const SIZE = 8;
const made = new Map();
let sharpness = Math.max(1, Math.ceil(globalThis.devicePixelRatio ?? 1));

/** Where there is no window to tell. @param {number} pixels device pixels to a pixel */
export function setSharpness(pixels) {
  if (sharpness !== Math.ceil(pixels)) {
    sharpness = Math.ceil(pixels);
    made.clear();
  }
}

function pattern(key, paint, size = SIZE) {
  if (!made.has(key)) {
    const canvas = new OffscreenCanvas(size * sharpness, size * sharpness);
    const context = canvas.getContext("2d");
    context.scale(sharpness, sharpness);
    paint(context, size);
    const repeated = context.createPattern(canvas, "repeat");
    repeated.setTransform(new DOMMatrix().scale(1 / sharpness));
    made.set(key, repeated);
  }
  return made.get(key);
}

function lines(context, size, ...segments) {
  context.beginPath();
  for (const [x1, y1, x2, y2] of segments) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

/** The idle mark: falling strokes. */
export function hatch() {
  return pattern("idle", (context, size) => {
    context.strokeStyle = "rgba(20, 24, 26, 0.72)";
    context.lineWidth = 1.1;
    lines(context, size, [-2, -2, size + 2, size + 2], [-2, size - 2, 2, size + 2], [size - 2, -2, size + 2, 2]);
  });
}

const dot = (x, y, radius = 0.9) => (context) => {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
};

/** One drawing per main class; classes that seldom meet share one. */
const DRAWINGS = {
  "01": (c, s) => lines(c, s, [0, 6.5, 3, 6.5], [1.5, 6.5, 1.5, 4]),
  "02": (c) => [dot(2, 2, 1.2), dot(6, 6, 1.2)].forEach((paint) => paint(c)),
  "03": (c, s) => lines(c, s, [2, 6, 4, 2], [4, 2, 6, 6]),
  "04": (c, s) => lines(c, s, [2, 6, 3, 4], [5, 3, 6, 1]),
  "05": (c, s) => lines(c, s, [0, 2, 4, 2], [4, 6, 8, 6]),
  "06": (c, s) => lines(c, s, [0, 0, 8, 0]),
  "07": (c) => dot(4, 4)(c),
  "08": (c, s) => lines(c, s, [4, 2, 4, 6], [2, 4, 6, 4]),
  "09": (c, s) => lines(c, s, [2, 2, 6, 6], [6, 2, 2, 6]),
  10: (c, s) => lines(c, s, [-1, 9, 9, -1], [-1, 1, 1, -1], [7, 9, 9, 7]),
  11: (c, s) => lines(c, s, [0, 0, 8, 8], [0, 8, 8, 0]),
  12: null,
  13: (c) => c.strokeRect(2.5, 2.5, 3, 3),
  14: (c) => [dot(1, 1, 0.8), dot(5, 5, 0.8)].forEach((paint) => paint(c)),
  15: (c, s) => lines(c, s, [4, 0, 4, 8], [0, 4, 8, 4]),
  16: null,
  17: (c, s) => lines(c, s, [0, 4, 8, 4]),
  23: (c) => dot(2, 6, 0.7)(c),
};

/**
 * @param {string} mainClass two digits
 * @param {string} ink colour of the strokes
 * @returns {CanvasPattern|null}
 */
export function classPattern(mainClass, ink) {
  const drawing = DRAWINGS[mainClass] ?? null;
  return drawing && pattern(`${mainClass}${ink}`, (context, size) => {
    context.globalAlpha = 0.6;
    context.strokeStyle = ink;
    context.fillStyle = ink;
    context.lineWidth = 0.8;
    drawing(context, size);
  });
}

/**
 * The pattern as a picture for the legend's swatch.
 * @param {HTMLCanvasElement} canvas
 * @param {string} mainClass
 * @param {string} ink
 */
export function paintSwatch(canvas, mainClass, ink) {
  const fill = classPattern(mainClass, ink);
  if (fill) {
    const context = canvas.getContext("2d");
    context.fillStyle = fill;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
}
