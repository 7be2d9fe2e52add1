import { expect, it } from 'vitest';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import { EXAMPLE_REQUESTS, operationOf } from '../../test/support/examples.ts';
import { wholeOf } from '../../test/support/journal-builder.ts';
import { receiptFactsOf } from '../../test/support/receipts.ts';
import { returnPaper } from './return-paper.ts';

it('[M3] a void tells the notes that went back, at which rate, the change that came back, and the tip of a card', () => {
  const [returned] = wholeOf(
    EXAMPLE_REQUESTS.filter(({ type }) => type === goodsReturned.type).map((one) => operationOf(one)),
  ) as ReturnRecorded[];
  if (returned === undefined) throw new Error('There is an example of a return.');
  const back = { reference: null, state: 'accepted' } as const;
  const tenders: ReturnRecorded['payload']['tenders'] = [
    { ...back, kind: 'cash', currency: 'EUR', amountMinor: 543, notes: { givenMinor: 500, rate: '1.085' } },
    { ...back, kind: 'cash', currency: 'USD', amountMinor: -216 },
    { ...back, kind: 'voucher', currency: 'USD', amountMinor: 150, tipMinor: 50 },
  ];
  const { parts } = returnPaper({ ...returned, payload: { ...returned.payload, tenders, roundingMinor: 4 } }, receiptFactsOf(), false);
  const figures = parts.flatMap((part) =>
    part.kind === 'figure' && part.tone === 'plain' ? [[part.name, part.amount, part.details]] : [],
  );
  expect(figures.slice(-3)).toEqual([
    ['Notes in EUR', '€5.00', ['1 EUR = 1.085 USD']],
    ['Change from the customer', '$2.16', []],
    ['Voucher', '$1.50', ['with a tip of $0.50']],
  ]);
});

it('names how much came back: pieces by their number, and what is weighed by its weight', () => {
  const [returned] = wholeOf(
    EXAMPLE_REQUESTS.filter(({ type }) => type === goodsReturned.type).map((one) => operationOf(one)),
  ) as ReturnRecorded[];
  const [line] = returned?.payload.lines ?? [];
  if (returned === undefined || line === undefined) throw new Error('There is an example of a return.');
  const lines = [
    { ...line, name: 'Mug', quantity: 2 },
    { ...line, name: 'Apples', quantity: 640, quantityDecimals: 3 as const, unit: 'kg' as const },
  ];
  const { parts } = returnPaper({ ...returned, payload: { ...returned.payload, lines } }, receiptFactsOf(), false);
  expect(parts.flatMap((part) => (part.kind === 'goods' ? [part.name] : []))).toEqual(['2 × Mug', '0.640 kg × Apples']);
});
