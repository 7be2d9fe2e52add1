import { expect, it } from 'vitest';
import { cardPaymentOf, cartLineOf, cashOf, operationOf, soldOf } from '../../test/support/examples.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { noteAdded } from '../../domain/notes/order-note.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { cashMoved, drawerOpened } from '../../domain/shift/operations.ts';
import { opensDrawer } from './opens-drawer.ts';

const soldFor = (tenders: unknown[]) =>
  operationOf({ type: saleCompleted.type, payload: { ...soldOf([cartLineOf()]), tenders } } as never) as unknown as Operation;
const card = { kind: 'card', currency: 'USD', amountMinor: 109, tipMinor: 0, reference: cardPaymentOf().id, state: 'captured' };
const byCash = soldFor([card, cashOf(109)]);
const byCard = soldFor([card]);
const moved = operationOf({
  type: cashMoved.type,
  payload: { kind: 'drop', amountMinor: 100, currency: 'USD', reason: null, bag: null },
}) as unknown as Operation;
const opened = operationOf({ type: drawerOpened.type, payload: { reason: 'other' } }) as unknown as Operation;
const noted = operationOf(noteAdded.request({ fulfillmentOrderId: 'F1', text: 'Bag torn.' })) as unknown as Operation;

it.each<[string, Operation, readonly boolean[]]>([
  ['a sale that cash paid a part of', byCash, [true, true, false]],
  ['a sale by card', byCard, [false, true, false]],
  ['cash to the safe', moved, [true, true, true]],
  ['a drawer opened by hand', opened, [true, true, true]],
  ['a note', noted, [false, false, false]],
])('%s opens the drawer for cash, always, by hand alone: as the setting says', (_what, operation, opens) => {
  expect((['cash', 'always', 'by_hand'] as const).map((rule) => opensDrawer(operation, rule))).toEqual(opens);
});
