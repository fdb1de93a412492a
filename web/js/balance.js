/**
 * Land-use balance: puts current and planned rows of one unit side by side. Pure figures, square metres.
 */

/** @typedef {{code: string, name: string, areaM2: number, parcels: number}} LandUseRow */

/**
 * @param {LandUseRow[]} current
 * @param {LandUseRow[]} planned
 * @returns {Array<{code: string, name: string, currentM2: number, plannedM2: number, parcels: number}>} by code
 */
export function balanceRows(current, planned) {
  const rows = new Map();
  const at = ({ code, name }) => {
    if (!rows.has(code)) {
      rows.set(code, { code, name, currentM2: 0, plannedM2: planned ? 0 : null, parcels: 0 });
    }
    return rows.get(code);
  };
  for (const row of current) {
    Object.assign(at(row), { currentM2: row.areaM2, parcels: row.parcels });
  }
  for (const row of planned ?? []) {
    at(row).plannedM2 = row.areaM2;
  }
  return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The rows carry their parents' sums, so only main classes may be added, or land would count twice.
 * @param {LandUseRow[]} rows
 * @returns {number} square metres
 */
export function sumOfMainClasses(rows) {
  const main = rows.filter((row) => row.code.length <= 2);
  return main.reduce((sum, row) => sum + row.areaM2, 0);
}
