import test from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataWord, fill, nameOf, t, useDictionary } from "../js/i18n.js";

const web = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(web, path), "utf8");
const chinese = JSON.parse(read("i18n/zh-CN.json"));
const english = JSON.parse(read("i18n/en.json"));
const sources = readdirSync(join(web, "js"), { recursive: true }).filter((name) => name.endsWith(".js"))
  .map((name) => [name, read(join("js", name))]);

test("both languages have the same words with the same places", () => {
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const key of Object.keys(chinese)) {
    assert.deepEqual(places(chinese[key]), places(english[key]), key);
    assert.ok(chinese[key] && english[key], key);
  }
});

test("every word the page asks for is in the dictionary", () => {
  const asked = sources.flatMap(([name, text]) =>
    [...text.matchAll(/\bt\("([\w.-]+)"/g)].map(([, key]) => [name, key]));
  asked.push(...[...read("index.html").matchAll(/data-t(?:-\w+)?="([\w.-]+)"/g)].map(([, key]) => ["index.html", key]));
  asked.push(...[...read("login.html").matchAll(/data-t(?:-\w+)?="([\w.-]+)"/g)].map(([, key]) => ["login.html", key]));
  assert.ok(asked.length > 60);
  for (const [name, key] of asked) {
    assert.ok(key in chinese, `${name} asks for ${key}`);
  }
});

test("no module but the dictionaries holds Chinese words of the interface", () => {
  const allowed = new Set(["map/overlay-styles.js", "panels/parcel-attributes.js", "format.js", "panels/header.js", "idle-ladder.js"]);
  for (const [name, text] of sources) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    assert.ok(allowed.has(name) || !/[\u4e00-\u9fff]/.test(code), name);
  }
});

test("only api/request.js fetches, only map/ imports Leaflet, no file over 300 lines", () => {
  for (const [name, text] of sources) {
    assert.ok(name === "api/request.js" || !/\bfetch\(/.test(text), name);
    assert.ok(name.startsWith("map/") || !/leaflet/i.test(text.replace(/\/\*[\s\S]*?\*\/|import .*map-view.*/g, "")), name);
    assert.ok(text.split("\n").length <= 300, name);
  }
});

test("places are filled, unknown words are seen", () => {
  useDictionary("en", { hello: "{count} parcels", "kind.zone": "Zone" });
  assert.equal(t("hello", { count: 3 }), "3 parcels");
  assert.equal(t("no.such.word"), "no.such.word");
  assert.equal(fill("{a} {b}", { a: 1 }), "1 {b}");
  assert.equal(dataWord("kind", "zone"), "Zone");
  assert.equal(dataWord("kind", "村级工业园"), "村级工业园");
  assert.equal(nameOf({ name: "江海区", nameEn: "Jianghai" }), "Jianghai");
  assert.equal(nameOf({ name: "江海区", nameEn: null }), "江海区");
  assert.equal(nameOf(null), "");
});
