/**
 * The only module that asks the server. Each function is one route of docs/api.md.
 */

/** An answer that is not the asked-for thing, with the server's own words where it gave some (RFC 9457). */
export class ApiError extends Error {
  /**
   * @param {number} status 0 where the server was not reached
   * @param {string} detail
   */
  constructor(status, detail) {
    super(detail);
    this.name = "ApiError";
    this.status = status;
    this.detail = detail;
  }
}

const memory = new Map();

/**
 * @param {string} path
 * @param {Record<string, string|number|boolean|null|undefined>} [query] null and undefined are left out
 * @param {AbortSignal} [signal]
 */
function ask(path, query = {}, signal) {
  return send("GET", path, query, { signal });
}

/** @param {string} method @param {string} path @param {object} query @param {{body?: object, signal?: AbortSignal}} [more] */
async function send(method, path, query, { body, signal } = {}) {
  const url = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") {
      url.searchParams.set(name, String(value));
    }
  }
  let response;
  try {
    response = await fetch(url, {
      method, signal, body: body && JSON.stringify(body),
      headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) },
    });
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new ApiError(0, "");
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(response.status, problem.detail || problem.title || response.statusText);
  }
  return response.json();
}

/** Asks once and remembers; a failure is forgotten so that it can be tried again. */
function askOnce(path, query) {
  const key = `${path}?${JSON.stringify(query ?? {})}`;
  if (!memory.has(key)) {
    memory.set(key, ask(path, query).catch((failure) => {
      memory.delete(key);
      throw failure;
    }));
  }
  return memory.get(key);
}

/** @param {"zh-CN"|"en"} language @returns {Promise<Record<string, string>>} */
export const dictionary = (language) => askOnce(`/i18n/${language}.json`);
export const district = () => askOnce("/api/district");
export const classes = () => askOnce("/api/classes");
export const fields = () => askOnce("/api/fields");
export const units = () => askOnce("/api/units");

/** @param {"units"|"protection"|"constraint"|"reference"} kind */
export const layer = (kind) => askOnce(`/api/layers/${kind}`);

/** @param {{unit?: string|null, asOf?: string|null, state: string, levels?: boolean}} query */
export const landUse = (query) => askOnce("/api/landuse", query).then(withCodes);

/** Land without a class gets the empty code, so that no panel must ask whether there is one. */
function withCodes(answer) {
  const coded = (unit) => ({ ...unit, landUse: unit.landUse.map((row) => ({ ...row, code: row.code ?? "" })) });
  return answer.unit ? { ...answer, unit: coded(answer.unit) } : { ...answer, units: answer.units.map(coded) };
}

/** @param {{unit?: string|null, asOf?: string|null, state: string}} query */
export const redLine = (query) => askOnce("/api/redline", query);

/** @param {string} id @param {string|null} asOf @param {AbortSignal} [signal] */
export const parcel = (id, asOf, signal) => ask(`/api/parcels/${encodeURIComponent(id)}`, { asOf }, signal);

/** @param {number} lon @param {number} lat @param {string|null} asOf @param {AbortSignal} [signal] */
export const identify = (lon, lat, asOf, signal) => ask("/api/identify", { lon, lat, asOf }, signal);

/** @param {{asOf?: string|null, unit?: string|null, status?: string|null, limit: number, offset: number}} query
 *  @param {AbortSignal} [signal] */
export const idle = (query, signal) => ask("/api/idle", query, signal);

/** @param {{asOf?: string|null, unit?: string|null, limit?: number}} query @param {AbortSignal} [signal] */
export const alarms = (query, signal) => ask("/api/alarms", query, signal);

/** The address of the alarms' calendar file. @param {{asOf?: string|null, unit?: string|null}} query */
export function calendarUrl({ asOf, unit }) {
  const given = Object.entries({ asOf, unit }).filter(([, value]) => value);
  return `/api/alarms.ics${given.length ? `?${new URLSearchParams(given)}` : ""}`;
}

/** The address of a layer or list as a file. @param {string} what @param {Record<string, string|null|undefined>} query */
export const exportUrl = (what, query) => `/api/export/${what}?${given(query)}`;

/** The address of a formatted workbook. @param {string} name @param {Record<string, string|null|undefined>} query */
export const workbookUrl = (name, query) => `/api/workbooks/${name}.xlsx?${given(query)}`;

function given(query) {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value));
}

/** @param {{asOf?: string|null, unit?: string|null, order?: string, step?: string, limit: number, offset: number}} query
 *  @param {AbortSignal} [signal] */
export const funnel = (query, signal) => ask("/api/funnel", query, signal);

/** @param {{asOf?: string|null, unit?: string|null, weights?: string, limit: number, offset: number}} query
 *  @param {AbortSignal} [signal] */
export const candidates = (query, signal) => ask("/api/candidates", query, signal);

/** All projects of the list, or one with its short list. @param {{asOf?: string|null, project?: string}} query
 *  @param {AbortSignal} [signal] */
export const match = (query, signal) => ask("/api/match", query, signal);

/** The parcels behind a figure. @param {{unit: string, asOf?: string|null, state: string, part?: string, code?: string, policy?: string,
 *  limit: number, offset: number}} query @param {AbortSignal} [signal] */
export const counted = (query, signal) => ask("/api/counted", query, signal);

/** Shapes of parcels or planned blocks. @param {{ids: string[], asOf?: string|null, state: string}} query */
export const shapes = ({ ids, asOf, state }) => ask("/api/shapes", { ids: ids.join(","), asOf, state });

/** @param {{unit: string, asOf?: string|null, state: string, a: string, b: string}} query */
export const comparePolicies = (query) => askOnce("/api/policies/compare", query);

/** @param {{unit: string}} query */
export const trend = (query) => askOnce("/api/trend", query);

/** @param {{unit: string, from: string, to: string}} query */
export const ledger = (query) => askOnce("/api/ledger", query);

/** @param {{asOf?: string|null, state: string}} query */
export const protection = (query) => askOnce("/api/protection", query);

/** @param {{asOf?: string|null}} query */
export const parks = (query) => askOnce("/api/parks", query);

/** The attributes that may be corrected. */
export const correctable = () => askOnce("/api/corrections", { limit: 1 }).then(({ fields: known }) => known);

/** @param {{parcel: string, field: string, value: string|null, reason: string, by: string, evidenceName?: string,
 *  evidenceBase64?: string}} correction */
export const correct = (correction) => send("POST", "/api/corrections", {}, { body: correction });

/** @param {number} number @param {string} reason @param {string} by */
export const uncorrect = (number, reason, by) => send("DELETE", `/api/corrections/${number}`, { reason, by });

/** @param {string} q @param {string|null} asOf @param {AbortSignal} [signal] */
export const search = (q, asOf, signal) => ask("/api/search", { q, asOf, limit: 12 }, signal);

/**
 * The address of a state's tiles, for the map's tile layer.
 * @param {"current"|"planned"} state
 * @param {string|null} asOf
 */
export function tileUrl(state, asOf) {
  const query = asOf ? `?asOf=${encodeURIComponent(asOf)}` : "";
  return `${window.location.origin}/tiles/${state}/{z}/{x}/{y}.mvt${query}`;
}
