/**
 * Who is logged in, and what they may do. The server decides; the page only offers what it would not refuse.
 */
const ROLES = ["viewer", "planner", "admin"];

/** @type {{accounts: boolean, name: string|null, role: string|null}} */
let current = { accounts: false, name: null, role: null };

/** Where the pages of one browser hear that their session has ended. @type {BroadcastChannel|null} */
let pages = null;

/** @param {{accounts: boolean, name: string|null, role: string|null}} session as /api/session answers */
export function useSession(session) {
  current = session;
  if (session.accounts && !pages) {
    pages = new BroadcastChannel("parkland-session");
    pages.onmessage = leaveForLogIn;
  }
}

export const session = () => current;

/** The name that changes are kept under, where an account gives it. */
export const accountName = () => current.name;

/** @param {"viewer"|"planner"|"admin"} role */
export function may(role) {
  return ROLES.indexOf(current.role ?? "") >= ROLES.indexOf(role);
}

/** The session has ended, or there was none: the page comes back after the log-in. @returns {Promise<never>} */
export function leaveForLogIn() {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/login.html?next=${encodeURIComponent(pathname + search + hash)}`);
  return new Promise(() => {});
}

/** The session has been ended here: no other page of the browser goes on showing what it showed. */
export function leaveEverywhere() {
  pages?.postMessage("ended");
  return leaveForLogIn();
}
