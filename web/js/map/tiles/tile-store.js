/**
 * The tiles that are shown, and those shown last: each is asked for and read once, however many layers show it.
 */
import { tile } from "../../api.js";
import { drop, paint } from "./painter.js";

/** Tiles out of sight that are kept; with them a map goes back and forth without asking. */
const KEPT = 64;

/**
 * @typedef {object} Entry
 * @property {string} key under which the painting thread holds it
 * @property {number} users
 * @property {Promise<ArrayBuffer>} bytes
 * @property {AbortController} ending ends the request when nobody wants it any more
 * @property {import("./land-tile.js").LandTile|null} land once it has been read
 * @property {Promise<any>|null} read
 */

/** By address, in the order of last use. @type {Map<string, Entry>} */
const entries = new Map();
let number = 0;

/** @param {string} url @returns {Entry} */
function begin(url) {
  const ending = new AbortController();
  const entry = { key: String(++number), users: 0, bytes: tile(url, ending.signal), ending, land: null, read: null };
  entry.bytes.catch(() => entries.get(url) === entry && entries.delete(url));
  return entry;
}

function thin() {
  const unused = [...entries].filter(([, { users }]) => users === 0);
  for (const [url, entry] of unused.slice(0, Math.max(0, unused.length - KEPT))) {
    entries.delete(url);
    drop(entry.key);
  }
}

/** The first order reads the tile too, and is carried out for whoever comes after. */
function read(entry, bytes, order) {
  const painted = paint({ key: entry.key, bytes, ...order }, entry.ending.signal);
  entry.read = painted.then(({ land }) => {
    entry.land = land;
  });
  entry.read.catch(() => {
    entry.read = null;
  });
  return painted;
}

/** @param {Entry} entry @param {any} order @param {AbortSignal} signal */
async function picture(entry, order, signal) {
  const bytes = await entry.bytes;
  if (bytes.byteLength === 0 && !entry.read) {
    return null;
  }
  if (!entry.read) {
    return (await read(entry, bytes, order)).picture;
  }
  await entry.read;
  return (await paint({ key: entry.key, bytes: null, ...order }, signal)).picture;
}

/**
 * A tile that somebody shows, until it is released.
 * @param {string} url
 */
export function hold(url) {
  const entry = entries.get(url) ?? begin(url);
  entries.delete(url);
  entries.set(url, entry);
  entry.users++;
  return {
    /**
     * @param {Omit<import("./painter.js").Order, "key"|"bytes">} order
     * @param {AbortSignal} signal
     * @returns {Promise<ImageBitmap|null>} null where the tile has no land
     */
    picture: (order, signal) => picture(entry, order, signal),
    /** Null until it has been read. */
    land: () => entry.land,
    release() {
      entry.users--;
      if (entry.users === 0 && entries.get(url) !== entry) {
        drop(entry.key);
      } else if (entry.users === 0 && !entry.land) {
        entry.ending.abort();
        entries.delete(url);
      }
      thin();
    },
  };
}

/** The data have changed: every tile is asked for again. */
export function forgetTiles() {
  entries.forEach((entry) => entry.users === 0 && drop(entry.key));
  entries.clear();
}
