/**
 * What can be asked of the server. Each function is one route of docs/api.md.
 */
import { leaveEverywhere } from "./account.js";
import { ApiError, ask, askOnce, given, respond, send } from "./api/request.js";

export { ApiError, forget, onConnection } from "./api/request.js";

/** Who is logged in. @returns {Promise<{accounts: boolean, name: string|null, role: string|null}>} */
export const session = () => ask("/api/session");

/** @param {string} name @param {string} password */
export const logIn = (name, password) => send("POST", "/api/session", {}, { body: { name, password } });

export const logOut = () => send("DELETE", "/api/session", {}).then(leaveEverywhere);

/** @param {"zh-CN"|"en"} language @returns {Promise<Record<string, string>>} */
export const dictionary = (language) => askOnce(`/i18n/${language}.json`);
export const district = () => askOnce("/api/district");
export const classes = () => askOnce("/api/classes");
export const fields = () => askOnce("/api/fields");
export const units = () => askOnce("/api/units");

/** Whether the server answers at all. */
export const health = () => ask("/health");

/** How far the server is with what it goes through whole layers for. */
export const progress = () => ask("/api/progress");

/** @param {"units"|"protection"|"constraint"|"reference"} kind */
export const layer = (kind) => askOnce(`/api/layers/${kind}`);

/** What imports and checks found of a snapshot, as shapes. @param {number} snapshot */
export const findings = (snapshot) => askOnce("/api/findings.geojson", { snapshot, limit: 5000 });

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
  const asked = String(given({ asOf, unit }));
  return `/api/alarms.ics${asked && `?${asked}`}`;
}

/** The address of a layer or list as a file. @param {string} what @param {Record<string, string|null|undefined>} query */
export const exportUrl = (what, query) => `/api/export/${what}?${given(query)}`;

/** The address of a formatted workbook. @param {string} name @param {Record<string, string|null|undefined>} query */
export const workbookUrl = (name, query) => `/api/workbooks/${name}.xlsx?${given(query)}`;

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

/**
 * Sends a file; the answer is what the server sees in it. By XMLHttpRequest, which alone tells how much has gone.
 * @param {File} file
 * @param {(sent: number, total: number) => void} onProgress
 * @returns {{answer: Promise<any>, cancel: () => void}}
 */
export function upload(file, onProgress) {
  const request = new XMLHttpRequest();
  const answer = new Promise((resolve, reject) => {
    request.open("POST", `/api/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener("load", () => (request.status === 201 ? resolve(request.response)
      : reject(new ApiError(request.status, request.response?.detail ?? request.statusText))));
    request.addEventListener("error", () => reject(new ApiError(0, "")));
    request.addEventListener("abort", () => reject(new DOMException("the upload was stopped", "AbortError")));
    request.send(file);
  });
  return { answer, cancel: () => request.abort() };
}

/** @param {any} choice how to read an upload @param {AbortSignal} [signal] */
export function preview({ upload: id, ...choice }, signal) {
  return send("POST", `/api/uploads/${id}/preview`, {}, { body: choice, signal });
}

/** @param {string} id */
export const giveUp = (id) => send("DELETE", `/api/uploads/${id}`, {});

/** @param {object} choice */
export const startImport = (choice) => send("POST", "/api/imports", {}, { body: choice });

/** @param {string} id */
export const cancelImport = (id) => send("DELETE", `/api/imports/${id}`, {});

/** How far an import is. @param {string} id */
export const importStanding = (id) => ask(`/api/imports/${id}`);

export const snapshots = () => ask("/api/snapshots");
export const audit = (query, signal) => ask("/api/audit", query, signal);

/** @param {number} id @param {string} reason @param {string} by */
export const withdraw = (id, reason, by) => send("POST", `/api/snapshots/${id}/withdraw`, {}, { body: { reason, by } });

/** @param {number} id @param {{limit: number, offset: number}} page @param {AbortSignal} [signal] */
export const snapshotFindings = (id, page, signal) => ask(`/api/snapshots/${id}/findings`, page, signal);

/** @param {number} id @param {"csv"|"xlsx"} format */
export const findingsUrl = (id, format) => `/api/snapshots/${id}/findings.${format}`;

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

/** @param {string} url of a tile @param {AbortSignal} signal @returns {Promise<ArrayBuffer>} empty where there is no land */
export const tile = (url, signal) => respond("GET", url, {}, { signal }).then((answer) => answer.arrayBuffer());

/** What a sheet will show, without printing it. @param {Record<string, any>} query as in print-order.js @param {AbortSignal} [signal] */
export const printFrame = (query, signal) => ask("/api/print/frame", query, signal);

/** A sheet as PDF. @param {Record<string, any>} query as in print-order.js @param {AbortSignal} [signal] @returns {Promise<Blob>} */
export const printSheet = (query, signal) => respond("GET", "/api/print/map.pdf", query, { signal }).then((answer) => answer.blob());

/** The address of the report. @param {"page"|"pdf"} kind @param {Record<string, string|null>} query */
export function reportUrl(kind, query) {
  return `${kind === "pdf" ? "/api/report.pdf" : "/report"}?${given(query)}`;
}
