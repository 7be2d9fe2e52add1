import { describe, expect, it } from 'vitest';
import { figure, groupParts, head, note, type Paper, RULE } from '../../../texts/paper/paper.ts';
import { type PicturedLine, printDocumentOf } from './print-document-of.ts';

const paper: Paper = {
  title: 'Receipt',
  parts: [
    head('Broadway', 'strong'),
    RULE,
    { kind: 'goods', name: 'Tea', amount: '$5.00', details: ['2 × $2.50'] },
    { kind: 'figure', name: 'Visa', details: ['Approval 1'], amount: '$5.00', tone: 'plain' },
    figure('Total', '$5.00', 'large'),
    note('Café', true),
    { kind: 'code', data: 'A8-1' },
  ],
};
const logo = { kind: 'picture', width: 8, bits: 'AP8=' } as const;
const text = { kind: 'text', align: 'start', bold: false, size: 'normal' };
const columns = { kind: 'columns', bold: false, size: 'normal' };

describe('a slip for a printer', () => {
  it('says what the screen says, from the top to the bottom, and is cut', () => {
    const draw = () => {
      throw new Error('It has letters for all of it.');
    };
    expect(printDocumentOf({ ...paper, parts: [logo, ...paper.parts] }, 'ltr', draw)).toEqual({
      direction: 'ltr',
      blocks: [
        logo,
        { ...text, text: 'Broadway', align: 'centre', bold: true },
        { kind: 'rule' },
        { ...columns, start: 'Tea', end: '$5.00' },
        { ...text, text: '  2 × $2.50' },
        { ...columns, start: 'Visa', end: '$5.00' },
        { ...text, text: '  Approval 1' },
        { ...columns, start: 'Total', end: '$5.00', bold: true, size: 'large' },
        { ...text, text: 'Café', bold: true },
        { kind: 'qr', data: 'A8-1' },
        { kind: 'cut' },
      ],
    });
  });

  it('draws what printers have no letters for, line by line', () => {
    const drawn: PicturedLine[] = [];
    const picture = { kind: 'picture', width: 8, bits: 'AA==' } as const;
    const { blocks } = printDocumentOf({ title: '', parts: [figure('الإجمالي', '$5.00'), figure('Total', '5')] }, 'rtl', (line) => {
      drawn.push(line);
      return picture;
    });
    expect(drawn).toEqual([{ start: 'الإجمالي', end: '$5.00', align: 'start', bold: false, large: false }]);
    expect(blocks).toEqual([picture, { ...columns, start: 'Total', end: '5' }, { kind: 'cut' }]);
  });
});

it('parts of a kind stand together', () => {
  expect(groupParts(paper.parts).map((parts) => parts.map(({ kind }) => kind))).toEqual([
    ['head'],
    ['rule'],
    ['goods'],
    ['figure', 'figure'],
    ['note'],
    ['code'],
  ]);
});
