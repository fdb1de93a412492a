/**
 * The log-in page: asks for name and password, and goes back to where the reader came from.
 */
import * as api from "./api.js";
import { byId } from "./dom.js";
import { t, translate, useDictionary } from "./i18n.js";

const next = ownPath(new URLSearchParams(window.location.search).get("next"));
let lang = /** @type {"zh-CN"|"en"} */ (/[#&]lang=en\b/.test(next) ? "en" : "zh-CN");

/** Only an address of this site: a link must not lead elsewhere by way of the log-in. @param {string|null} wanted */
function ownPath(wanted) {
  const home = new URL("/", window.location.origin);
  if (!wanted?.startsWith("/")) {
    return "/";
  }
  const url = new URL(wanted, home);
  return url.origin === home.origin ? url.pathname + url.search + url.hash : "/";
}

/** What went wrong last, to be said in either language. @type {{status?: number, detail?: string}|null} */
let trouble = null;

async function speak() {
  useDictionary(lang, await api.dictionary(lang));
  document.documentElement.lang = lang;
  document.title = `${t("login.title")} · Parkland`;
  byId("language").textContent = lang === "en" ? t("language.zh") : t("language.en");
  translate(document);
  tell();
}

function tell() {
  byId("message").textContent = trouble ? words(trouble) : "";
}

/** @param {{status?: number, detail?: string}} failure */
function words(failure) {
  switch (failure.status) {
    case 401: return t("login.wrong");
    case 429: return t("login.wait");
    case 0: return t("failed.offline");
    default: return failure.detail || t("failed.server", { status: failure.status ?? "" });
  }
}

async function enter() {
  const button = /** @type {HTMLButtonElement} */ (byId("enter"));
  const password = /** @type {HTMLInputElement} */ (byId("password"));
  button.disabled = true;
  trouble = null;
  tell();
  try {
    await api.logIn(/** @type {HTMLInputElement} */ (byId("name")).value, password.value);
    window.location.replace(next);
  } catch (failure) {
    trouble = failure;
    tell();
    button.disabled = false;
    password.value = "";
    password.focus();
  }
}

byId("login").addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
byId("language").addEventListener("click", () => {
  lang = lang === "en" ? "zh-CN" : "en";
  speak();
});
// Before there is a script to send it, the form must not go out by itself.
speak().then(() => {
  /** @type {HTMLButtonElement} */ (byId("enter")).disabled = false;
  byId("name").focus();
});
