import type { BrowserWindow, Dialog } from 'electron';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pdfSaver } from './save-pdf.ts';

let folder: string;
let asked: unknown[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-pdf-'));
  asked = [];
});
afterEach(() => rm(folder, { recursive: true }));

const window = {
  webContents: {
    printToPDF: (options: unknown) => {
      asked.push(options);
      return Promise.resolve(Buffer.from('%PDF-1.4'));
    },
  },
} as unknown as BrowserWindow;

/** A person who takes what is proposed, or closes the dialog. */
const saverOf = (takes: boolean) => {
  const dialog = {
    showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) =>
      Promise.resolve(takes ? { canceled: false, filePath: defaultPath } : { canceled: true, filePath: '' }),
  };
  return pdfSaver(dialog as unknown as Pick<Dialog, 'showSaveDialog'>, window, () => folder);
};

it('writes a receipt on a strip of its length, under a name that is allowed', async () => {
  expect(await saverOf(true)({ name: 'Receipt 11/27', paper: { kind: 'slip', heightMm: 254 } })).toBe('saved');
  expect(await readFile(join(folder, 'Receipt 11-27.pdf'), 'utf8')).toBe('%PDF-1.4');
  expect(asked).toEqual([
    {
      pageSize: { width: 80 / 25.4, height: 10 },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      generateTaggedPDF: true,
    },
  ]);
});

it('writes a report on pages of A4', async () => {
  expect(await saverOf(true)({ name: 'Z 12', paper: { kind: 'pages' } })).toBe('saved');
  expect(asked).toMatchObject([{ pageSize: 'A4' }]);
});

it('makes and writes nothing when the person closes the dialog', async () => {
  expect(await saverOf(false)({ name: 'Z 12', paper: { kind: 'pages' } })).toBe('cancelled');
  expect([asked, await readdir(folder)]).toEqual([[], []]);
});
