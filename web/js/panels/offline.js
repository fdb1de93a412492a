/**
 * Says that the server is lost and what to do, asks for it from time to time, and goes on when it is there again.
 */
import { health, onConnection } from "../api.js";
import { byId, h } from "../dom.js";
import { t } from "../i18n.js";

const RETRY_MS = 3000;

/** @param {object} app */
export function createOffline(app) {
  const place = byId("offline");
  let timer = 0;

  const ask = () => health().catch(() => {});

  /** A server that has just come back may still have too much to do. */
  const catchUp = () => app.refresh().catch(() => {
    timer = window.setTimeout(catchUp, RETRY_MS);
  });

  function draw() {
    place.replaceChildren(
      h("strong", { text: t("offline.title") }),
      h("span", { text: t("offline.what") }),
      h("button", { type: "button", class: "button", text: t("offline.now"), on: { click: ask } }));
  }

  onConnection((reached) => {
    window.clearInterval(timer);
    place.hidden = reached;
    if (reached) {
      catchUp();
    } else {
      draw();
      timer = window.setInterval(ask, RETRY_MS);
    }
  });
  app.onLanguage(() => place.hidden || draw());
}
