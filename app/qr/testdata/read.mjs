// Reads QR codes with jsQR: one JSON array of codes from standard input, each a
// list of rows of # and space; writes the array of their texts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const jsQR = createRequire(new URL("../../e2e/", import.meta.url))("jsqr");
const scale = 4, border = 4;
const texts = JSON.parse(readFileSync(0, "utf8")).map((rows) => {
  const side = (rows.length + 2 * border) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const row = rows[Math.floor(y / scale) - border] ?? "";
      if (row[Math.floor(x / scale) - border] === "#") pixels.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  const read = (jsQR.default ?? jsQR)(pixels, side, side);
  return read && Buffer.from(read.binaryData).toString("utf8");
});
console.log(JSON.stringify(texts));
