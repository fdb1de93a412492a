/**
 * The land-use classification: colours and names by code. Codes nest by two digits: 10 › 1001 › 100101.
 */

/** @typedef {{code: string, name: string, nameEn: string, level: number, color: string|null}} LandUseClass */

const NO_CLASS_COLOUR = "#dcdcdc";

/**
 * @param {LandUseClass[]} list
 */
export function createClassification(list) {
  const byCode = new Map(list.map((landUse) => [landUse.code, landUse]));
  const colours = new Map();

  const nearest = (code, test) => {
    for (let at = code ?? ""; at.length >= 2; at = parentCode(at)) {
      const found = byCode.get(at);
      if (found && test(found)) {
        return found;
      }
    }
    return null;
  };

  return {
    list,
    /** @param {string} code @returns {LandUseClass|null} */
    get: (code) => byCode.get(code) ?? null,
    /** The class's own colour or that of its nearest ancestor. @param {string} code @returns {string} */
    colourOf(code) {
      if (!colours.has(code)) {
        colours.set(code, nearest(code, (landUse) => landUse.color)?.color ?? NO_CLASS_COLOUR);
      }
      return colours.get(code);
    },
    /** The class itself or its nearest known ancestor. @param {string} code @returns {LandUseClass|null} */
    nearest: (code) => nearest(code, () => true),
  };
}

/** @param {string} code @returns {string} empty for a class of the first level */
export function parentCode(code) {
  return code.slice(0, -2);
}

/** @param {string} code @returns {number} 1 for a main class */
export function depth(code) {
  return Math.max(1, Math.ceil(code.length / 2));
}

/** @param {string} code @param {string|null} ancestor @returns {boolean} */
export function isWithin(code, ancestor) {
  return ancestor !== null && String(code).startsWith(ancestor);
}

/**
 * Black or white, whichever reads better on a colour (WCAG relative luminance).
 * @param {string} hex #rrggbb
 * @returns {"#000000"|"#ffffff"}
 */
export function inkOn(hex) {
  return luminance(hex) > 0.179 ? "#000000" : "#ffffff";
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
