/**
 * The ladder of idle land as the page treats it: what is suspected comes first, what is settled last and apart.
 */
import { dataWord, language } from "./i18n.js";

/** The ladder's word for land that was built as agreed: listed only when asked for. */
const SETTLED = new Set(["已竣工"]);

/** The chosen word for all that is not settled. */
export const OPEN = null;

/** @param {string} status */
export function isSettled(status) {
  return SETTLED.has(status);
}

/** @param {{status: string, statusEn?: string|null}} entry */
export function statusName({ status, statusEn }) {
  const known = dataWord("idle.status", status);
  return language() === "en" && known === status ? statusEn ?? status : known;
}

/**
 * Suspected first, then the ladder's own order, settled last.
 * @template {{status: string, suspected?: boolean}} T
 * @param {T[]} statuses
 * @returns {T[]}
 */
export function byUrgency(statuses) {
  const rank = (entry) => (isSettled(entry.status) ? 2 : entry.suspected ? 0 : 1);
  return statuses.map((entry, at) => ({ entry, at }))
    .sort((a, b) => rank(a.entry) - rank(b.entry) || a.at - b.at).map(({ entry }) => entry);
}

/**
 * Which parts of the statuses' own lists make up one page of them laid end to end.
 * @param {Array<{status: string, count: number}>} statuses in the order of the list
 * @param {number} offset
 * @param {number} limit
 * @returns {Array<{status: string, offset: number, limit: number}>}
 */
export function slicesOf(statuses, offset, limit) {
  const slices = [];
  let before = 0;
  for (const { status, count } of statuses) {
    const from = Math.max(offset, before);
    const to = Math.min(offset + limit, before + count);
    if (to > from) {
      slices.push({ status, offset: from - before, limit: to - from });
    }
    before += count;
  }
  return slices;
}
