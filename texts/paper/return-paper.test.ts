import { expect, it } from 'vitest';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import { EXAMPLE_REQUESTS, operationOf } from '../../test/support/examples.ts';
import { wholeOf } from '../../test/support/journal-builder.ts';
import { receiptFactsOf } from '../../test/support/receipts.ts';
import { returnPaper } from './return-paper.ts';

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
