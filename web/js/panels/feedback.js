/**
 * What a panel shows when it has nothing to show, or a failure.
 */
import { h } from "../dom.js";
import { t } from "../i18n.js";

/** @param {string} message @returns {HTMLElement} */
export function empty(message) {
  return h("p", { class: "empty", text: message });
}

/**
 * @param {Error & {status?: number, detail?: string}} failure
 * @param {() => void} retry
 * @returns {HTMLElement}
 */
export function failed(failure, retry) {
  const what = failure.status === 0 ? t("failed.offline") : failure.status === 403 ? t("account.needs") : t("failed.server", { status: failure.status ?? "" });
  return h("div", { class: "failed", role: "alert" },
    h("strong", { text: what }),
    failure.detail ? h("p", { text: failure.detail }) : null,
    h("button", { type: "button", class: "button", text: t("retry"), on: { click: retry } }));
}

/**
 * Runs a request for a panel: the latest asked wins, the old is ended.
 * @returns {<T>(ask: (signal: AbortSignal) => Promise<T>) => Promise<T|undefined>} undefined where a later one took over
 */
export function latest() {
  let controller = new AbortController();
  return async (ask) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const answer = await ask(signal);
      return signal.aborted ? undefined : answer;
    } catch (failure) {
      if (signal.aborted || failure.name === "AbortError") {
        return undefined;
      }
      throw failure;
    }
  };
}
