import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(web, path), "utf8");

/** All modules a module needs before it runs, itself not among them. */
function needed(path, found = new Set()) {
  const code = read(path).replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, from] of code.matchAll(/^(?:import|export)\s[^"()]*"(\.[^"]+)"/gm)) {
    const target = posix.join(posix.dirname(path), from);
    if (!found.has(target)) {
      found.add(target);
      needed(target, found);
    }
  }
  return found;
}

test("what the map needs is asked for at once, without going from module to module", () => {
  const named = [...read("index.html").matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);
  assert.deepEqual([...named].sort(), [...needed("js/main.js")].sort());
});

test("the map comes before the panels", () => {
  const first = needed("js/main.js");
  assert.deepEqual([...first].filter((path) => path.startsWith("js/panels/")), ["js/panels/feedback.js"]);
  assert.ok(needed("js/screen.js").size > first.size);
});

test("the painting thread knows neither page nor server", () => {
  for (const path of needed("js/map/tiles/worker.js")) {
    assert.doesNotMatch(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""), /\b(window|document)\b|api\.js/, path);
  }
});
