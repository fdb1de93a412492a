/**
 * What lies on either side of the swipe divider.
 */

/** @typedef {{state: "current"|"planned", asOf: string|null}} LandView one state of the land at one date; null is the newest */

/**
 * `swipe` is null (no divider), "plan" (current beside planned), or a date (that date beside the chosen one).
 * @param {{state: "current"|"planned", asOf: string|null, swipe: string|null}} view
 * @returns {{left: LandView, right: LandView|null}}
 */
export function sidesOf({ state, asOf, swipe }) {
  if (swipe === null) {
    return { left: { state, asOf }, right: null };
  }
  if (swipe === "plan") {
    return { left: { state: "current", asOf }, right: { state: "planned", asOf } };
  }
  return { left: { state, asOf: swipe }, right: { state, asOf } };
}

/**
 * @param {LandView|null} a
 * @param {LandView|null} b
 */
export function sameLand(a, b) {
  return a === b || (a !== null && b !== null && a.state === b.state && a.asOf === b.asOf);
}
