import { describe, expect, it } from 'vitest';
import { AT, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, decisionsFrom, orderAfter, orderIn } from '../../test/support/fulfillment.ts';
import { pickupMailWanted } from './documents.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { askMailAgain } from './mail-again.ts';

const NOW = Date.parse(AT);
const minutesBefore = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const customer = { name: 'Ana', email: 'ana@example.com', phone: null };
const ready = (given: Partial<FulfillmentOrder> = {}) =>
  fulfillmentOrderOf({ kind: 'pickup', state: { status: 'ready', stagingLocation: 'P3', at: AT }, customer, ...given });

describe('askMailAgain', () => {
  it.each(decisionsFrom('ready', 'not_ready'))('from %o is %s', (state, answer) => {
    const decision = askMailAgain({ ...orderIn(state), kind: 'pickup', customer }, NOW);
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
  });

  it.each<[string, Partial<FulfillmentOrder>, string]>([
    ['without an address', { customer: { ...customer, email: null } }, 'mail_address_missing'],
    ['with what is no address', { customer: { ...customer, email: 'ana at home' } }, 'mail_address_missing'],
    ['nine minutes after the one before', { mailAgain: { at: minutesBefore(9), by: 'A1', times: 1, state: 'sent' } }, 'mailed_just_now'],
    ['eleven minutes after it', { mailAgain: { at: minutesBefore(11), by: 'A1', times: 1, state: 'sent' } }, 'accepted'],
    ['at once where it failed', { mailAgain: { at: minutesBefore(1), by: 'A1', times: 1, state: 'failed' } }, 'accepted'],
    ['after a clock that is a day ahead', { mailAgain: { at: minutesBefore(-1_440), by: 'A1', times: 1, state: 'sent' } }, 'accepted'],
    ['a sixth time', { mailAgain: { at: minutesBefore(60), by: 'A1', times: 5, state: 'sent' } }, 'mailed_too_often'],
  ])('%s is %3$s', (_, given, answer) => {
    const decision = askMailAgain(ready(given), NOW);
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
  });
});

describe('applyPickupMailRequested', () => {
  const ask = (order: FulfillmentOrder) => applyTo(order, { type: 'pickup_mail_requested', payload: { fulfillmentOrderId: order.id } });

  it('says who asked, and has it sent', () => {
    const effects = ask(ready());
    expect(orderAfter(effects)?.mailAgain).toMatchObject({ at: AT, times: 1, state: 'waiting' });
    expect(pickupMailWanted.in(effects)).toHaveLength(1);
  });

  it('[J3] of two registers that asked while cut off from each other has it sent once', () => {
    const [first] = [orderAfter(ask(ready()))];
    if (first === undefined) throw new Error('The order is there.');
    expect(ask(first)).toEqual([]);
  });

  it.each([{ status: 'cancelled' }, { status: 'handed_over', at: AT }] as const)('is no news of an order that is %o', (state) => {
    expect(ask(ready({ state }))).toEqual([]);
  });
});
