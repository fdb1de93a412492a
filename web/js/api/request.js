/**
 * Asking the server: the only module that fetches.
 */
import { leaveForLogIn } from "../account.js";

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

/** @type {Array<(reached: boolean) => void>} */
const listeners = [];
let reached = true;

/** @param {(reached: boolean) => void} listener is told when the server is lost and when it is found again */
export const onConnection = (listener) => listeners.push(listener);

function tell(now) {
  if (reached !== now) {
    reached = now;
    listeners.forEach((listener) => listener(now));
  }
}

/**
 * @param {string} path
 * @param {Record<string, string|number|boolean|null|undefined>} [query] null and undefined are left out
 * @param {AbortSignal} [signal]
 */
export function ask(path, query = {}, signal) {
  return send("GET", path, query, { signal });
}

/** @param {string} method @param {string} path @param {object} query @param {{body?: object, signal?: AbortSignal}} [more] */
export async function send(method, path, query, more = {}) {
  const answer = await respond(method, path, query, more);
  return answer.status === 204 ? null : answer.json();
}

/**
 * The answer as it comes, where it is no problem.
 * @param {string} method @param {string} path @param {object} query @param {{body?: object, signal?: AbortSignal}} [more]
 */
export async function respond(method, path, query, { body, signal } = {}) {
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
    tell(false);
    throw new ApiError(0, "");
  }
  tell(true);
  if (response.status === 401 && path !== "/api/session") {
    return leaveForLogIn();
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(response.status, problem.detail || problem.title || response.statusText);
  }
  return response;
}

/** Asks once and remembers; a failure is forgotten so that it can be tried again. */
export function askOnce(path, query) {
  const key = `${path}?${JSON.stringify(query ?? {})}`;
  if (!memory.has(key)) {
    memory.set(key, ask(path, query).catch((failure) => {
      memory.delete(key);
      throw failure;
    }));
  }
  return memory.get(key);
}

/** What was asked once is asked again: the data have changed. The words of the page stay. */
export function forget() {
  [...memory.keys()].filter((key) => !key.startsWith("/i18n/")).forEach((key) => memory.delete(key));
}

/** What was given of a query. @param {Record<string, any>} query */
export function given(query) {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value));
}
