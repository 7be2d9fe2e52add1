import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { labelPdf } from './label-pdf.ts';

const gif = await sharp({ create: { width: 8, height: 12, channels: 3, background: '#ffffff' } })
  .composite([{ input: { create: { width: 2, height: 12, channels: 3, background: '#000000' } }, left: 0, top: 0 }])
  .gif()
  .toBuffer();

it('is one page of 4 by 6 inches with the label on all of it', async () => {
  const pdf = await labelPdf({ format: 'gif', data: gif.toString('base64') });
  const text = pdf.toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4\n/);
  expect(text).toContain('/MediaBox [0 0 288 432]');
  expect(text).toContain('/Width 8 /Height 12');
  const start = text.lastIndexOf('stream\n', text.lastIndexOf('endstream') - 1) + 'stream\n'.length;
  const dots = inflateSync(pdf.subarray(start, text.lastIndexOf('\nendstream')));
  expect([...dots.subarray(0, 8)]).toEqual([0, 0, 255, 255, 255, 255, 255, 255]);
  expect(dots).toHaveLength(8 * 12);
});

it('says truly where each of its objects begins', async () => {
  const pdf = await labelPdf({ format: 'gif', data: gif.toString('base64') });
  const text = pdf.toString('latin1');
  const places = [...text.matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
  expect(places).toHaveLength(5);
  for (const [index, place] of places.entries()) expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(table)).toMatch(/^xref\n/);
});
