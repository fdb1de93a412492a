import test from "node:test";
import assert from "node:assert/strict";
import { DEFAULTS, createStore, parseHash, toHash } from "../js/state.js";

test("a view survives the way through the address", () => {
  const view = {
    ...DEFAULTS, z: 16, lat: 22.55123, lon: 113.12345, state: "planned", asOf: "2020-12-31", unit: "Z 1/中",
    parcel: "440704001001GB00001", panel: "idle", idle: "疑似闲置(满一年)", swipe: "2015-12-31", layers: "units:zone,constraint:永久基本农田", lang: "en",
  };
  assert.deepEqual(parseHash(toHash(view)), view);
});

test("defaults stay out of the address", () => {
  assert.equal(toHash(DEFAULTS), "#");
  assert.deepEqual(parseHash(""), { ...DEFAULTS });
});

test("a malformed address falls back instead of failing", () => {
  const view = parseHash("#map=99/abc/1&state=future&asOf=tomorrow&lang=fr&panel=x&parcel=&swipe=1");
  assert.deepEqual(view, { ...DEFAULTS });
});

test("the store tells only those whose key changed", () => {
  const store = createStore({ a: 1, b: 2 });
  const heard = [];
  store.on(["a"], ({ a }) => heard.push(`a${a}`));
  const stop = store.on(["b"], ({ b }) => heard.push(`b${b}`));
  store.set({ a: 1 });
  store.set({ a: 3, b: 4 });
  stop();
  store.set({ b: 5 });
  assert.deepEqual(heard, ["a3", "b4"]);
});

test("a link carries the view of idle land, and refuses one there is not", () => {
  assert.equal(toHash({ ...DEFAULTS, panel: "idle", sites: "ranking" }), "#panel=idle&sites=ranking");
  assert.equal(parseHash("#panel=idle&sites=ranking").sites, "ranking");
  assert.equal(parseHash("#sites=map").sites, "list");
});
