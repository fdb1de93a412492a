/**
 * The page of a collection's items: draws the items that stand in the page on a map.
 */
import { drawItems } from "../map/item-map.js";

const place = document.getElementById("items-map");
const block = document.getElementById("items");
if (place && block) {
  drawItems(place, JSON.parse(block.textContent ?? "{}"));
}
