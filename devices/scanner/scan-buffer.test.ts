import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_SCANNED, type ScanEvent } from '../../domain/device/scanner.ts';
import { ScanBuffer } from './scan-buffer.ts';

const bytes = (text: string) => [...Buffer.from(text, 'utf8')];
const code = (text: string): ScanEvent => ({ kind: 'code', code: text });
const misread = (why: 'too_long' | 'noise' | 'cut' | 'no_end'): ScanEvent => ({ kind: 'misread', why });

/** What labels hold: digits, letters, an AIM identifier, separators of GS1, letters beyond ASCII. */
const label = fc.oneof(
  fc.stringMatching(/^\d{4,18}$/),
  fc.stringMatching(/^\][A-Za-z]\d[A-Z0-9]{4,20}$/),
  fc.tuple(fc.stringMatching(/^01\d{14}10[A-Z0-9]{1,20}$/), fc.stringMatching(/^21[A-Z0-9]{1,20}$/)).map((parts) => parts.join('\u001d')),
  fc.constantFrom('GRÖSSE-42', 'https://example.com/01/09521234543213', '[)>\u001e06\u001d1PA\u001e\u0004', 'شاي-7'),
);
const end = fc.constantFrom(...(['cr', 'lf', 'tab'] as const));
const BYTE = { cr: '\r', lf: '\n', tab: '\t' } as const;

it('gives whole codes of two scanners whose bytes come mixed, in whatever pieces', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.array(label, { maxLength: 6 }), fc.array(label, { maxLength: 6 })),
      fc.tuple(end, end),
      fc.array(fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 7 })), { minLength: 400, maxLength: 400 }),
      (codes, ends, turns) => {
        const scanners = ([0, 1] as const).map((one) => ({
          buffer: new ScanBuffer(ends[one]),
          left: codes[one].flatMap((text) => bytes(text + BYTE[ends[one]])),
          heard: [] as ScanEvent[],
        }));
        const take = (one: number, many: number) => {
          const scanner = scanners[one];
          if (scanner !== undefined) scanner.heard.push(...scanner.buffer.take(scanner.left.splice(0, many)));
        };
        for (const [one, many] of turns) take(one, many);
        for (const one of [0, 1]) take(one, 10_000);
        expect(scanners.map(({ heard }) => heard)).toEqual(codes.map((all) => all.map(code)));
        expect(scanners.some(({ buffer }) => buffer.isWaiting)).toBe(false);
      },
    ),
  );
});

it.each([
  ['carriage return and line feed, for one end', 'cr', '4012345678901\r\n96385074\r\n', ['4012345678901', '96385074']],
  ['carriage return and line feed, for the other', 'lf', '4012345678901\r\n96385074\r\n', ['4012345678901', '96385074']],
  ['STX and ETX around a code', 'cr', '\u00024012345678901\u0003\r', ['4012345678901']],
  ['zeros of a port that is being opened', 'cr', '\u0000\u000096385074\r', ['96385074']],
  ['ends without anything before them', 'cr', '\r\r \r\n\r', []],
  ['a label whose first character is a separator', 'cr', '\u001d0109521234543213\r', ['\u001d0109521234543213']],
  ['a QR code of two lines, where a tab ends a code', 'tab', 'one\ntwo\t', ['one\ntwo']],
] as const)('reads %s', (_what, by, sent, codes) => {
  expect(new ScanBuffer(by).take(bytes(sent))).toEqual(codes.map(code));
});

it('reads a letter of one byte as what it is there', () => {
  expect(new ScanBuffer('cr').take(Buffer.from('GRÖSSE\r', 'latin1'))).toEqual([code('GRÖSSE')]);
});

it.each([
  ['a control character within', [0x34, 0x01, 0x31, 0x0d]],
  ['bytes that are no letters in any way', [0x34, 0x84, 0xff, 0x0d]],
])('says aloud that %s is noise, and reads what comes after it', (_what, sent) => {
  expect(new ScanBuffer('cr').take([...sent, ...bytes('96385074\r')])).toEqual([misread('noise'), code('96385074')]);
});

it('keeps no more than a code may have, and reads what comes after it', () => {
  const buffer = new ScanBuffer('cr');
  expect(buffer.take(bytes(`${'7'.repeat(MOST_SCANNED)}\r`))).toEqual([code('7'.repeat(MOST_SCANNED))]);
  expect(buffer.take(bytes(`${'7'.repeat(MOST_SCANNED + 1)}\r96385074\r`))).toEqual([misread('too_long'), code('96385074')]);
});

it.each(['silence', 'gone'] as const)('joins no half code with the next one after %s', (what) => {
  const buffer = new ScanBuffer('cr');
  buffer.take(bytes('40123'));
  expect(buffer.isWaiting).toBe(true);
  expect(buffer[what]()).toEqual([misread(what === 'gone' ? 'cut' : 'no_end')]);
  expect(buffer.take(bytes('96385074\r'))).toEqual([code('96385074')]);
  buffer.take(bytes('\u0000 '));
  expect(buffer[what]()).toEqual([]);
});
