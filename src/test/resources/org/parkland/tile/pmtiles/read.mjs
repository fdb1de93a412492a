// Reads an archive with the format's own reader: node read.mjs FILE, addresses z/x/y on standard input.
// One line a tile on standard output: the address and the SHA-256 of the plain content, or "none".
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, readFile } from "node:fs/promises";

const code = await readFile(new URL("./pmtiles-4.5.0.js", import.meta.url), "utf8");
const { PMTiles } = new Function(`${code}\nreturn pmtiles;`)();

class FileSource {
  constructor(file) {
    this.file = file;
  }

  getKey() {
    return "file";
  }

  async getBytes(offset, length) {
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(length), 0, length, offset);
    return { data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytesRead) };
  }
}

const archive = new PMTiles(new FileSource(await open(process.argv[2])));
const header = await archive.getHeader();
const metadata = await archive.getMetadata();
console.log(JSON.stringify({ ...header, metadata }));
for (const address of readFileSync(0, "utf8").trim().split("\n").filter(Boolean)) {
  const found = await archive.getZxy(...address.split("/").map(Number));
  console.log(address, found ? createHash("sha256").update(Buffer.from(found.data)).digest("hex") : "none");
}
process.exit(0);
