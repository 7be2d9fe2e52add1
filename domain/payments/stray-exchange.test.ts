import { expect, it } from 'vitest';
import { strayExchange } from './stray-exchange.ts';

it('[M1] finds goods that pay in a sale or a return alone', () => {
  expect(strayExchange([{ kind: 'cash' }, { kind: 'exchange' }])).toEqual({ code: 'exchange_tender', facts: { tender: 2 } });
  expect(strayExchange([{ kind: 'cash' }, { kind: 'card' }])).toBeNull();
});
