/**
 * The page's side of the painting thread: hands out orders, a few at a time so that one no longer wanted can be taken
 * back, and gives the pictures to those who asked.
 */

/**
 * @typedef {object} Order
 * @property {string} key of the tile
 * @property {ArrayBuffer|null} bytes as the server sent them; null where the thread has read the tile before
 * @property {number} pixels to the tile's side
 * @property {number} sharpness device pixels to a pixel
 * @property {number} zoom
 * @property {import("./paint.js").Look} look
 */

/** @typedef {{picture: ImageBitmap, land: import("./land-tile.js").LandTile|null}} Painted land where it was read with this order */

const AT_A_TIME = 3;

/** @type {Worker|null} */
let worker = null;
/** @type {Array<import("../../classes.js").LandUseClass>} */
let colours = [];
/** @type {Array<{order: Order, signal: AbortSignal, resolve: (done: Painted) => void, reject: (why: any) => void}>} */
const waiting = [];
const running = new Map();
let number = 0;

function start() {
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data: { job, failure, ...done } }) => {
    const { resolve, reject } = running.get(job);
    running.delete(job);
    failure ? reject(new Error(failure)) : resolve(done);
    next();
  };
  worker.onerror = (event) => stop(new Error(event.message || "the painting thread could not start"));
  worker.postMessage({ task: "classes", classes: colours });
}

/** What was ordered fails; the next order starts another thread. @param {Error} why */
function stop(why) {
  worker?.terminate();
  worker = null;
  const all = [...running.values(), ...waiting.splice(0)];
  running.clear();
  all.forEach(({ reject }) => reject(why));
}

function next() {
  while (running.size < AT_A_TIME && waiting.length) {
    const { order, signal, ...promised } = waiting.shift();
    if (signal.aborted) {
      promised.reject(signal.reason);
    } else {
      worker ?? start();
      running.set(++number, promised);
      worker.postMessage({ task: "paint", job: number, ...order }, order.bytes ? [order.bytes] : []);
    }
  }
}

/** @param {Order} order @param {AbortSignal} signal @returns {Promise<Painted>} */
export function paint(order, signal) {
  return new Promise((resolve, reject) => {
    waiting.push({ order, signal, resolve, reject });
    next();
  });
}

/** @param {Array<import("../../classes.js").LandUseClass>} classes whose colours are painted from now on */
export function useClasses(classes) {
  colours = classes;
  worker?.postMessage({ task: "classes", classes });
}

/** The thread forgets a tile. @param {string} key */
export const drop = (key) => worker?.postMessage({ task: "drop", key });

// The thread loads while the page does.
start();
