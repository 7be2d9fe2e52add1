import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintBlock } from '../../domain/device/print-document.ts';
import { readCodes } from '../../test/support/read-codes.ts';
import { drawLabel, textsOn } from '../simulators/labels/draw-label.ts';
import { readLabel } from '../simulators/labels/read-zpl.ts';
import { encodeLabels, wrap } from './encode-labels.ts';

const SIZES = [
  { width: 808, height: 1216, dotsPerMm: 8 },
  { width: 1212, height: 1824, dotsPerMm: 12 },
] as const;
const [SIZE] = SIZES;
const text = (said: string, size: 'normal' | 'large' = 'normal'): PrintBlock => ({
  kind: 'text',
  text: said,
  align: 'start',
  bold: false,
  size,
});
const labelsOf = (blocks: PrintBlock[], direction: 'ltr' | 'rtl' = 'ltr') =>
  encodeLabels({ direction, blocks }, SIZE).map((zpl) => readLabel(zpl));
const textsOf = (blocks: PrintBlock[]) => labelsOf(blocks).map(({ label }) => textsOn(label));

describe('a document as labels', () => {
  it.each(SIZES)('has codes that a scanner reads, at %o', async (size) => {
    const blocks: PrintBlock[] = [
      text('T-007', 'large'),
      { kind: 'barcode', data: 'T-007' },
      { kind: 'qr', data: 'https://pos.example/~a^b_c' },
    ];
    const [zpl = ''] = encodeLabels({ direction: 'ltr', blocks }, size);
    const { label, unknown } = readLabel(zpl);
    expect(unknown).toEqual([]);
    expect(label).toMatchObject({ width: size.width, height: size.height, copies: 1 });
    expect(await readCodes(drawLabel(label, '').text)).toEqual(['Code128 T-007', 'QRCode https://pos.example/~a^b_c']);
  });

  it('is one label up to a cut, and goes on on another where it does not fit; nothing is lost and nothing stands beyond the edge', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant('cut'), fc.integer({ min: 1, max: 99 }).map(String)), { minLength: 1, maxLength: 120 }),
        (said) => {
          const labels = labelsOf(said.map((one) => (one === 'cut' ? { kind: 'cut' } : text(one, 'large'))));
          expect(labels.flatMap(({ label }) => textsOn(label))).toEqual(said.filter((one) => one !== 'cut'));
          for (const { label } of labels) {
            for (const field of label.fields) if (field.kind === 'text') expect(field.y + field.high).toBeLessThanOrEqual(label.height);
          }
        },
      ),
    );
  });

  it('no text is ever a command', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.constantFrom('^XZ^XA', '~JA', '^FS', '_5E', '\\&', ''),
        (said, nasty) => {
          const [zpl = ''] = encodeLabels({ direction: 'ltr', blocks: [text(`a${nasty}${said}`)] }, SIZE);
          expect(zpl.match(/\^X[AZ]/g)).toEqual(['^XA', '^XZ']);
          expect(zpl.replace(/\^(XA|XZ|CI28|PW|LL|LH|FO|A0N|FB|FH_|FD|FS|PQ)/g, '')).not.toMatch(/[\^~]/);
          const { label } = readLabel(zpl);
          expect(textsOn(label).join('')).toContain(`a${nasty}`.slice(0, 2));
        },
      ),
    );
  });

  it('says a text with signs of the language of printers as it is, and letters of others', () => {
    expect(textsOf([text('50~60 ^ _5E Größe Łódź')])).toEqual([['50~60 ^ _5E Größe Łódź']]);
  });

  it('begins at the right where the language does, and keeps an amount at the other side', () => {
    const columns: PrintBlock = { kind: 'columns', start: 'Tea', end: '4.00', bold: false, size: 'normal' };
    const sides = (direction: 'ltr' | 'rtl') =>
      labelsOf([columns], direction)[0]?.label.fields.map((field) => field.kind === 'text' && [field.text, field.block?.justified]);
    expect([sides('ltr'), sides('rtl')]).toEqual([
      [
        ['Tea', 'L'],
        ['4.00', 'R'],
      ],
      [
        ['Tea', 'R'],
        ['4.00', 'L'],
      ],
    ]);
  });

  it('draws pictures dot by dot', () => {
    const bits = Buffer.from([0b10000001, 0xff]).toString('base64');
    expect(labelsOf([{ kind: 'picture', width: 8, bits }])[0]?.label.fields).toMatchObject([
      { kind: 'picture', rowBytes: 1, bits: Buffer.from([0x81, 0xff]) },
    ]);
  });

  it('has no empty labels', () => {
    expect(labelsOf([{ kind: 'cut' }, text('a'), { kind: 'cut' }, { kind: 'cut' }])).toHaveLength(1);
  });
});

it.each([
  ['one two three', 7, ['one two', 'three']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['a\nb', 4, ['a', 'b']],
  ['', 4, ['']],
])('breaks %j after %d letters', (said, letters, lines) => {
  expect(wrap(said, letters)).toEqual(lines);
});
