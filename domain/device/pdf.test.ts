import { expect, it } from 'vitest';
import { fileNameOf, pdfRequest } from './pdf.ts';

it.each([
  ['Receipt A8-000012', 'Receipt A8-000012'],
  ['Z 12, 11/27/2026, 9:30 PM', 'Z 12, 11-27-2026, 9-30 PM'],
  ['../../etc/passwd', 'etc-passwd'],
  ['إيصال A8-1', 'إيصال A8-1'],
  ['..', 'Outpost'],
])('%j is called %j as a file', (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});

it.each([
  [{ name: 'A8-1', paper: { kind: 'slip', heightMm: 140.5 } }, true],
  [{ name: 'Z 1', paper: { kind: 'pages' } }, true],
  [{ name: '', paper: { kind: 'pages' } }, false],
  [{ name: 'A8-1', paper: { kind: 'slip', heightMm: 5 } }, false],
  [{ name: 'A8-1', paper: { kind: 'slip', heightMm: 100_000 } }, false],
  // The page never says where the file goes: a person does.
  [{ name: 'A8-1', paper: { kind: 'pages' }, path: 'x.pdf' }, false],
])('%j is a request: %s', (request, isOne) => {
  expect(pdfRequest.safeParse(request).success).toBe(isOne);
});
