/**
 * What can be asked about scenarios. Each function is one route of docs/api.md.
 */
import { ask, given, send } from "./request.js";

/** Scenarios: working copies by key, saved ones by number. */
const scenarioPath = (key, rest = "") => `/api/scenarios/${encodeURIComponent(key)}${rest}`;

export const scenarios = () => ask("/api/scenarios");

/** @param {{asOf?: string|null, from?: number, changes?: object[], done?: number}} given */
export const beginScenario = (given) => send("POST", "/api/scenarios", {}, { body: given });

/** @param {string|number} key @param {{state: string, unit?: string|null}} query @param {AbortSignal} [signal] */
export const scenarioFigures = (key, query, signal) => ask(scenarioPath(key, "/figures"), query, signal);

/** @param {string|number} key */
export const scenarioShapes = (key) => ask(scenarioPath(key, "/shapes"));

/** @param {string|number} key */
export const scenarioConflicts = (key) => ask(scenarioPath(key, "/conflicts"));

/** @param {string} key @param {"select"|"changes"|"undo"|"redo"|"save"|"rebase"} what @param {object} [body] */
export const scenarioDo = (key, what, body = {}) => send("POST", scenarioPath(key, `/${what}`), {}, { body });

/** @param {{keys: string, state: string, unit?: string|null}} query */
export const compareScenarios = (query) => ask("/api/scenarios/compare", query);

/** @param {number} id @param {{version: number, by: string, reason: string}} query */
export const withdrawScenario = (id, query) => send("DELETE", scenarioPath(id), query);

/** The land a scenario touches as a file. @param {string|number} key @param {string} format @param {{crs?: string}} query */
export const scenarioFileUrl = (key, format, query) => `${scenarioPath(key, `/export.${format}`)}?${given(query)}`;

/** @param {string|number} key @param {"report.html"} what @param {string} [lang] */
export const scenarioUrl = (key, what, lang) => scenarioPath(key, `/${what}${lang ? `?lang=${lang}` : ""}`);
