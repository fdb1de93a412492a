/**
 * The map's scale in words and as a bar. A screen pixel is taken as 0.28 mm, as OGC does.
 */
const PIXEL_M = 0.00028;

/** @param {number} metresPerPixel @returns {number} the n of 1:n, to two digits */
export function scaleDenominator(metresPerPixel) {
  const exact = metresPerPixel / PIXEL_M;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / step) * step;
}

/**
 * The longest round length that fits.
 * @param {number} metresPerPixel
 * @param {number} maxPixels
 * @returns {{metres: number, pixels: number}}
 */
export function scaleBar(metresPerPixel, maxPixels) {
  const longest = metresPerPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].find((lead) => lead * power <= longest) * power;
  return { metres, pixels: metres / metresPerPixel };
}
