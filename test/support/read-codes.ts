import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
let isPrepared = false;

/** Looks at a picture (SVG) as a scanner does, and reads the codes on it: their kind and what they say, from the top to the bottom. */
export async function readCodes(svg: string): Promise<string[]> {
  if (!isPrepared) {
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
    isPrepared = true;
  }
  const png = new Resvg(svg, { background: '#fff' }).render().asPng();
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode', 'Code128'], tryHarder: true });
  return found.toSorted((a, b) => a.position.topLeft.y - b.position.topLeft.y).map(({ format, text }) => `${format} ${text}`);
}
