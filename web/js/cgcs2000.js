/**
 * CGCS2000: degrees to the Gauss–Krüger plane of a 3-degree zone, and measures on the ellipsoid.
 * Ellipsoid a = 6378137 m, f = 1/298.257222101. Krüger's series to n^4: below 1 mm within a zone.
 */
const A = 6378137;
const F = 1 / 298.257222101;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const N = F / (2 - F);
const RADIAN = Math.PI / 180;
const RECTIFYING_RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ALPHA = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
];

/** The 3-degree zone a longitude lies in: 38 around the central meridian 114°E. @param {number} longitude degrees */
export const zoneOf = (longitude) => Math.round(longitude / 3);

/**
 * The plane of a 3-degree zone (38 is EPSG:4526): northing x, easting y with the zone's number in front, as Chinese
 * surveyors write them.
 * @param {number} longitude degrees
 * @param {number} latitude degrees
 * @param {number} zone its central meridian is three times as many degrees east
 * @returns {{x: number, y: number}} metres
 */
export function toZone(longitude, latitude, zone) {
  const lambda = (longitude - zone * 3) * RADIAN;
  const sinLatitude = Math.sin(latitude * RADIAN);
  const conformal = Math.sinh(Math.atanh(sinLatitude) - E * Math.atanh(E * sinLatitude));
  const xi = Math.atan2(conformal, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.hypot(1, conformal));
  let north = xi;
  let east = eta;
  ALPHA.forEach((alpha, index) => {
    const k = 2 * (index + 1);
    north += alpha * Math.sin(k * xi) * Math.cosh(k * eta);
    east += alpha * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  return { x: RECTIFYING_RADIUS * north, y: zone * 1_000_000 + 500_000 + RECTIFYING_RADIUS * east };
}

/** The equal-area cylinder's ordinate: area of the zone between equator and latitude, per radian of longitude. */
function authalicOrdinate(latitude) {
  const sin = Math.sin(latitude * RADIAN);
  const b2 = A * A * (1 - E2);
  return (b2 / 2) * (sin / (1 - E2 * sin * sin) + Math.atanh(E * sin) / E);
}

/**
 * Ellipsoidal area of one ring, edges straight in longitude and the equal-area ordinate (the survey's formula).
 * @param {Array<[number, number]>} ring longitude, latitude in degrees; open or closed
 * @returns {number} square metres
 */
export function ringAreaM2(ring) {
  if (ring.length < 3) {
    return 0;
  }
  const [originLongitude, originLatitude] = ring[0];
  const originOrdinate = authalicOrdinate(originLatitude);
  const points = ring.map(([longitude, latitude]) =>
    [(longitude - originLongitude) * RADIAN, authalicOrdinate(latitude) - originOrdinate]);
  let doubled = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length];
    doubled += x * nextY - nextX * y;
  });
  return Math.abs(doubled) / 2;
}

/**
 * Length of a line on the ellipsoid, each leg measured with the radii of curvature at its middle; good to 1e-6
 * on legs of a district's size.
 * @param {Array<[number, number]>} line longitude, latitude in degrees
 * @returns {number} metres
 */
export function lineLengthM(line) {
  let metres = 0;
  for (let i = 1; i < line.length; i++) {
    const middle = ((line[i][1] + line[i - 1][1]) / 2) * RADIAN;
    const w = 1 - E2 * Math.sin(middle) ** 2;
    const north = (line[i][1] - line[i - 1][1]) * RADIAN * ((A * (1 - E2)) / w ** 1.5);
    const east = (line[i][0] - line[i - 1][0]) * RADIAN * (A / Math.sqrt(w)) * Math.cos(middle);
    metres += Math.hypot(north, east);
  }
  return metres;
}
