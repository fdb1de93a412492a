/**
 * How boundaries, protection lines, constraints and reference lines are drawn, on the map and in the legend.
 */

/**
 * A line's look by what it shows. `dash` and `casing` tell layers apart without colour.
 * @type {Record<string, {color: string, weight: number, dash?: string, fill?: number, casing?: boolean}>}
 */
const STYLES = {
  "units:district": { color: "#20282c", weight: 3, casing: true },
  "units:zone": { color: "#20282c", weight: 2, dash: "10 4", casing: true },
  "units:base": { color: "#20282c", weight: 1.6, dash: "5 3", casing: true },
  "units:street": { color: "#20282c", weight: 1.8, dash: "12 4 2 4", casing: true },
  "units:village-park": { color: "#20282c", weight: 1.6, dash: "2 3", casing: true },
  "units:corridor": { color: "#20282c", weight: 1.4, dash: "16 5", casing: true },
  units: { color: "#20282c", weight: 1.4, dash: "7 3 1 3", casing: true },
  "protection:1": { color: "#b3261e", weight: 2.8, casing: true },
  "protection:2": { color: "#b3261e", weight: 2, dash: "8 4", casing: true },
  "constraint:永久基本农田": { color: "#7a6a00", weight: 1.6, dash: "1 4", fill: 0.08, casing: true },
  "constraint:生态保护红线": { color: "#14532d", weight: 2, dash: "10 3", fill: 0.08, casing: true },
  "constraint:城镇开发边界": { color: "#5b2a86", weight: 2, dash: "14 4 3 4", casing: true },
  "constraint:疑似污染地块": { color: "#6d3500", weight: 2, dash: "3 3", fill: 0.15, casing: true },
  constraint: { color: "#444444", weight: 1.6, dash: "4 4", casing: true },
  "finding:error": { color: "#8c1d18", weight: 2.4, fill: 0.5, casing: true },
  "finding:warning": { color: "#6a3d9a", weight: 2, dash: "3 2", fill: 0.25, casing: true },
  "finding:notice": { color: "#444444", weight: 1.4, dash: "1 3", fill: 0.05, casing: true },
  "reference:roads": { color: "#f7f7f5", weight: 2.4, casing: true },
  "reference:rivers": { color: "#2b6f97", weight: 1.8, casing: true },
  reference: { color: "#5a6368", weight: 1.2, casing: true },
};

/**
 * @param {string} key layer and kind, as `units:zone`
 * @returns {{color: string, weight: number, dash?: string, fill?: number, casing?: boolean}}
 */
export function overlayStyle(key) {
  return STYLES[key] ?? STYLES[key.split(":")[0]] ?? STYLES.reference;
}

/**
 * Which entry of the layer tree a feature belongs to.
 * @param {string} layer
 * @param {Record<string, any>} properties
 * @returns {string}
 */
export function overlayKey(layer, properties) {
  if (layer === "protection") {
    return `protection:${/^(一|1|I$)/.test(String(properties.level ?? "").trim()) ? 1 : 2}`;
  }
  if (layer === "finding") {
    return `finding:${properties.severity}`;
  }
  return `${layer}:${(layer === "reference" ? properties.layer : properties.kind) ?? ""}`;
}
