import test from "node:test";
import assert from "node:assert/strict";
import { byUrgency, slicesOf } from "../js/idle-ladder.js";

test("a page of lists laid end to end takes the right part of each", () => {
  const statuses = [{ status: "a", count: 3 }, { status: "b", count: 0 }, { status: "c", count: 10 }];
  assert.deepEqual(slicesOf(statuses, 0, 5), [{ status: "a", offset: 0, limit: 3 }, { status: "c", offset: 0, limit: 2 }]);
  assert.deepEqual(slicesOf(statuses, 5, 5), [{ status: "c", offset: 2, limit: 5 }]);
  assert.deepEqual(slicesOf(statuses, 10, 5), [{ status: "c", offset: 7, limit: 3 }]);
  assert.deepEqual(slicesOf(statuses, 15, 5), []);
});

test("suspected land comes first, settled land last, else the ladder's order stays", () => {
  const order = byUrgency([
    { status: "未供" }, { status: "疑似闲置(满一年)", suspected: true }, { status: "已竣工" }, { status: "资料不足" },
    { status: "疑似低效", suspected: true },
  ]).map(({ status }) => status);
  assert.deepEqual(order, ["疑似闲置(满一年)", "疑似低效", "未供", "资料不足", "已竣工"]);
});
