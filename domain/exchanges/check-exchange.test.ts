import { describe, expect, it } from 'vitest';
import { cashOf } from '../../test/support/examples.ts';
import { decided, reader } from '../../test/support/exchanges.ts';
import { exchangeFault } from './check-exchange.ts';

describe('exchangeFault', () => {
  const even = decided(1, 5_000);

  it.each([
    ['a void', { back: { ...even.back, isVoid: true } }, 'exchange_return'],
    ['empties', { back: { ...even.back, origin: { kind: 'empties' as const } } }, 'exchange_return'],
    ['another receipt', { back: { ...even.back, exchangeReceiptNumber: 'A1-000009' } }, 'exchange_return'],
    ['a value that the return does not give', { back: { ...even.back, tenders: even.back.tenders.slice(1) } }, 'exchange_value'],
    ['a value that the sale does not take', { sold: { ...even.sold, tenders: [cashOf(5_000)] } }, 'exchange_value'],
    ['a sale that is off', { sold: { ...even.sold, totalMinor: 5_001 } }, 'sale_total'],
    [
      'more than was paid',
      { back: { ...even.back, lines: even.back.lines.map((line) => ({ ...line, quantity: 1, refundMinor: 5_002 })), refundMinor: 5_002 } },
      'refund_tenders',
    ],
  ])('[M1] finds %s', (_what, change, code) => {
    expect(exchangeFault(reader, { ...even, ...change })?.code).toBe(code);
  });

  it('[M1] finds money that goes both ways', () => {
    const carried = even.back.tenders.slice(0, 1);
    const cash = { kind: 'cash', currency: 'USD', amountMinor: 3_000, reference: null, state: 'accepted' } as const;
    const both = {
      ...even,
      back: { ...even.back, tenders: [...carried, cash] },
      sold: { ...even.sold, tenders: [...even.sold.tenders.slice(0, 1), cashOf(3_000)] },
    };
    expect(exchangeFault(reader, both)?.code).toBe('exchange_value');
  });
});
