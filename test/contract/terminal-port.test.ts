import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payReply, type PayRequest, reverseReply, statusReply, totalsReply } from '../../domain/device/terminal.ts';

import { type Way, WAYS } from './support/terminal-ways.ts';
import { startTerminalProcess, type TerminalProcess } from '../support/terminal-process.ts';

/** A till that waits too short a time. */
const HASTY_MS = 2_000;

let sim: TerminalProcess;
let way: Way;
let hasty: Way;
let rows = 0;
let numbers = 0;

beforeAll(async () => {
  sim = await startTerminalProcess();
});
afterAll(() => sim.stop());
beforeEach(async () => {
  await sim.setAway(false);
  await sim.habit('wait');
  rows = (await sim.state()).ledger.length;
});

const port = (saleId = 'REGISTER-1', by = way) => by.at(sim.address, saleId);
/** New for each message. */
const next = () => `T${String((numbers += 1)).padStart(9, '0')}`;
const wanted = (given: Partial<PayRequest> = {}): PayRequest => ({
  serviceId: next(),
  reference: 'P1',
  currency: 'USD',
  amountMinor: 10_099,
  isPart: false,
  mustBeOnline: false,
  ...given,
});
const statusOf = (serviceId: string, category: 'payment' | 'reversal' = 'payment') =>
  port().status({ serviceId: next(), of: { serviceId, category, currency: 'USD' } });

/** A payment that a customer answers by this button. */
async function paid(button: string, more: object = {}, request = wanted()) {
  const reply = port().pay(request);
  await sim.shows();
  await sim.press(button, more);
  return { request, reply: payReply.parse(await reply) };
}

async function approved() {
  const { request, reply } = await paid('approve');
  if (reply.kind !== 'answered' || reply.answer.result !== 'approved') throw new Error(JSON.stringify(reply));
  return { request, approval: reply.answer.approval };
}

/** What a slip of a decline names, where the terminal has read the card. */
const READ = { card: { scheme: 'mc', lastFour: '9999', application: { aid: 'A0000000041010', label: 'Debit Mastercard' }, entry: 'chip' } };

describe.each(WAYS)('a card terminal, through %s', (_name, open) => {
  beforeAll(async () => {
    [way, hasty] = await Promise.all([open(), open(HASTY_MS)]);
  });
  afterAll(() => Promise.all([way.close(), hasty.close()]));

  it('[E2] approves a payment to the cent, and says by what it is given back', async () => {
    const { request, approval } = await approved();
    expect(approval).toMatchObject({ authorizedMinor: 10_099, tipMinor: 0, lastFour: '9999', isOnline: true, needsSignature: false });
    expect(approval).toMatchObject({ entry: 'contactless', verification: 'pin', merchantId: 'OUTPOST-SAMPLE' });
    expect(approval.application).toEqual({ aid: 'A0000000041010', label: 'Debit Mastercard' });
    expect(approval.transactionId).not.toBe('');
    expect(await sim.moved(rows)).toBe(100.99);
    expect((await sim.state()).ledger.at(-1)?.serviceId).toBe(request.serviceId);
  });

  it.each<readonly [string, object, object]>([
    ['approve_part', { amount: 40.5 }, { authorizedMinor: 4050 }],
    ['approve_with_tip', { tip: 10 }, { authorizedMinor: 11_099, tipMinor: 1000 }],
    ['approve_with_signature', {}, { authorizedMinor: 10_099, needsSignature: true }],
    ['approve_offline', {}, { authorizedMinor: 10_099, isOnline: false }],
  ])('[E2] %s', async (button, more, approval) => {
    const { reply } = await paid(button, more);
    expect(reply).toMatchObject({ kind: 'answered', answer: { result: 'approved', approval } });
  });

  it('[E2] approves nothing without its host that the till wants to have approved by it', async () => {
    const { reply } = await paid('approve_offline', {}, wanted({ mustBeOnline: true }));
    expect(reply).toMatchObject({ kind: 'answered', answer: { result: 'failed', condition: 'UnreachableHost' } });
    expect(await sim.moved(rows)).toBe(0);
    expect((await paid('approve', {}, wanted({ mustBeOnline: true }))).reply).toMatchObject({ answer: { result: 'approved' } });
  });

  it.each([
    ['Refusal', READ],
    ['Cancel', {}],
    ['WrongPIN', READ],
    ['UnreachableHost', {}],
    ['Communication timeout', {}],
  ])('[E2] declines: %s', async (condition, card) => {
    const { request, reply } = await paid('decline', { condition });
    expect(reply).toMatchObject({ kind: 'answered', serviceId: request.serviceId, answer: { result: 'failed', condition, ...card } });
    expect(reply.kind === 'answered' && 'card' in reply.answer).toBe('card' in card);
    expect(await sim.moved(rows)).toBe(0);
  });

  it.each(['JPY', 'KWD'])('[M3] speaks of %s by its own decimals', async (currency) => {
    const { reply } = await paid('approve', {}, wanted({ currency, amountMinor: 1234 }));
    expect(reply).toMatchObject({ answer: { approval: { authorizedMinor: 1234 } } });
  });

  it('[E2] is busy for everybody else, and says "in progress" to whoever asks for the running payment', async () => {
    const running = wanted();
    const reply = port().pay(running);
    await sim.shows();
    const other = await port('REGISTER-2').pay(wanted());
    expect(other).toMatchObject({ kind: 'answered', answer: { result: 'failed', condition: 'Busy' } });
    expect(statusReply.parse(await statusOf(running.serviceId))).toMatchObject({ kind: 'failed', condition: 'InProgress' });
    expect(await statusOf(next())).toMatchObject({ kind: 'failed', condition: 'Busy' });
    expect(await port().diagnose(next())).toEqual({ kind: 'answered', status: 'busy' });
    await sim.press('approve');
    await reply;
    expect(await port().diagnose(next())).toEqual({ kind: 'answered', status: 'ok' });
  });

  it('[E2] knows nothing of what never arrived', async () => {
    expect(await statusOf(next())).toEqual({ kind: 'failed', condition: 'NotFound', terminalId: sim.address.poiId });
  });

  it.each(['approve_and_lose', 'approve_and_cut'])(
    '[E2] %s: the money has moved, and the terminal says so when it is asked',
    async (button) => {
      const { request, reply } = await paid(button);
      expect(reply).toEqual({ kind: 'lost' });
      expect(await statusOf(request.serviceId)).toMatchObject({
        kind: 'payment',
        serviceId: request.serviceId,
        answer: { result: 'approved', approval: { authorizedMinor: 10_099 } },
      });
      expect(await sim.moved(rows)).toBe(100.99);
    },
  );

  it('[E2] takes too long, and is approved afterwards', async () => {
    const request = wanted();
    const reply = port('REGISTER-1', hasty).pay(request);
    await sim.shows();
    expect(await reply).toEqual({ kind: 'lost' });
    await expect.poll(async () => (await sim.state()).payment?.connected).toBe(false);
    expect(await statusOf(request.serviceId)).toMatchObject({ kind: 'failed', condition: 'InProgress' });
    await sim.press('approve');
    expect(await statusOf(request.serviceId)).toMatchObject({ kind: 'payment', answer: { result: 'approved' } });
  });

  it('[E2] loses the connection while the customer looks for the card', async () => {
    const { request, reply } = await paid('lose_connection');
    expect(reply).toEqual({ kind: 'lost' });
    expect(await statusOf(request.serviceId)).toMatchObject({ condition: 'InProgress' });
    await sim.press('decline', { condition: 'Cancel' });
    expect(await statusOf(request.serviceId)).toMatchObject({ kind: 'payment', answer: { result: 'failed', condition: 'Cancel' } });
  });

  it('[E2] moves money once for one message, however often that arrives', async () => {
    const { request } = await approved();
    expect(await port().pay(request)).toMatchObject({ kind: 'answered', answer: { result: 'approved' } });
    expect(await sim.moved(rows)).toBe(100.99);
  });

  it('[E2] stops when it is asked to, unless it is too late', async () => {
    const request = wanted();
    const reply = port().pay(request);
    await sim.shows();
    await port().abort({ serviceId: next(), of: request.serviceId });
    expect(await reply).toMatchObject({ kind: 'answered', answer: { result: 'failed', condition: 'Aborted' } });
    const { request: done } = await approved();
    await port().abort({ serviceId: next(), of: done.serviceId });
    expect(await statusOf(done.serviceId)).toMatchObject({ kind: 'payment', answer: { result: 'approved' } });
  });

  it('[E2] gives back what it took, once', async () => {
    const { approval } = await approved();
    const { transactionId, transactionAt } = approval;
    const first = next();
    const reversal = { reference: 'P1', transactionId, transactionAt, part: null };
    expect(reverseReply.parse(await port().reverse({ serviceId: first, ...reversal }))).toEqual({
      kind: 'answered',
      isReversed: true,
      condition: null,
    });
    expect(await port().reverse({ serviceId: first, ...reversal })).toMatchObject({ isReversed: true });
    expect(await port().reverse({ serviceId: next(), ...reversal })).toMatchObject({ isReversed: false, condition: 'NotAllowed' });
    expect(await statusOf(first, 'reversal')).toEqual({ kind: 'reversal', serviceId: first, isReversed: true, condition: null });
    expect(await sim.moved(rows)).toBe(0);
  });

  it('[E2] gives back parts for goods that came back, and never more than it took', async () => {
    const { approval } = await approved();
    const { transactionId, transactionAt } = approval;
    const part = (amountMinor: number) =>
      port().reverse({ serviceId: next(), reference: 'R1', transactionId, transactionAt, part: { currency: 'USD', amountMinor } });
    expect(await part(99)).toMatchObject({ isReversed: true });
    expect(await part(5_000)).toMatchObject({ isReversed: true });
    expect(await part(5_001)).toMatchObject({ isReversed: false, condition: 'NotAllowed' });
    expect(await sim.moved(rows)).toBe(50);
  });

  it('[E2] gives nothing back of a payment that it does not know', async () => {
    const unknown = { serviceId: next(), reference: 'P1', transactionId: 'nothing', transactionAt: '2026-01-01T00:00:00Z', part: null };
    expect(await port().reverse(unknown)).toMatchObject({ isReversed: false, condition: 'NotFound' });
  });

  it("tells what it took and gave back in a shift, by brand; not what another till's or shift's was", async () => {
    const shiftId = `0192f0c1-7a54-7c3e-9b1d-${String((numbers += 1)).padStart(12, '0')}`;
    const inShift = way.at(sim.address, 'REGISTER-1', shiftId);
    const totals = async (of = shiftId, by = port()) => totalsReply.parse(await by.totals({ serviceId: next(), shiftId: of }));
    expect(await totals()).toEqual({ kind: 'answered', isOfShift: true, brands: [] });
    const payIn = async (till: typeof inShift, button: string, amountMinor: number) => {
      await sim.habit(button === 'decline' ? { button, condition: 'Refusal' } : { button });
      return till.pay(wanted({ amountMinor }));
    };
    await payIn(inShift, 'approve', 1_000);
    await payIn(inShift, 'approve_offline', 250);
    await payIn(inShift, 'decline', 7_000);
    await payIn(port(), 'approve', 9_000);
    await payIn(way.at(sim.address, 'REGISTER-2', shiftId), 'approve', 8_000);
    const lost = await payIn(inShift, 'approve_and_lose', 333);
    expect(lost).toEqual({ kind: 'lost' });
    const last = await payIn(inShift, 'approve', 500);
    if (last.kind !== 'answered' || last.answer.result !== 'approved') throw new Error(JSON.stringify(last));
    const { transactionId, transactionAt } = last.answer.approval;
    const part = { currency: 'USD', amountMinor: 120 };
    expect(await inShift.reverse({ serviceId: next(), reference: 'R1', transactionId, transactionAt, part })).toMatchObject({
      isReversed: true,
    });
    const told = { scheme: 'mc', currency: 'USD', paid: { count: 4, minor: 2_083 }, refunded: { count: 1, minor: 120 } };
    expect(await totals()).toEqual({ kind: 'answered', isOfShift: true, brands: [told] });
    // Asking settles nothing: it is told again, also after its power was cut.
    await sim.killAndStart();
    expect(await totals()).toEqual({ kind: 'answered', isOfShift: true, brands: [told] });
    await sim.setAway(true);
    expect(await totals()).toEqual({ kind: 'not_reachable' });
  });

  it('[E2] that is off the network was sent nothing; back again, it remembers', async () => {
    const { request } = await approved();
    await sim.setAway(true);
    expect(await port().pay(wanted())).toEqual({ kind: 'not_reachable' });
    expect(await statusOf(request.serviceId)).toEqual({ kind: 'not_reachable' });
    await sim.setAway(false);
    expect(await statusOf(request.serviceId)).toMatchObject({ kind: 'payment' });
    expect(await sim.moved(rows)).toBe(100.99);
  });

  it('[E2] that lost its power remembers what it has answered', async () => {
    const { request } = await approved();
    const lost = port().pay(wanted());
    await sim.shows();
    await sim.killAndStart();
    expect(await lost).toEqual({ kind: 'lost' });
    expect(await statusOf(request.serviceId)).toMatchObject({ kind: 'payment', answer: { result: 'approved' } });
  });

  it('that forgot who the till is is told again, and a person asks for the money anew', async () => {
    await sim.forgetLogin();
    expect(await port().pay(wanted())).toMatchObject({ answer: { result: 'failed', condition: 'LoggedOut' } });
    expect((await approved()).approval.authorizedMinor).toBe(10_099);
  });

  it('that shows another certificate is not spoken to', async () => {
    const other = await startTerminalProcess();
    try {
      const wrong = way.at({ ...sim.address, certificate: other.address.certificate }, 'REGISTER-1');
      expect(await wrong.pay(wanted())).toEqual({ kind: 'not_reachable' });
      expect(await sim.moved(rows)).toBe(0);
    } finally {
      await other.stop();
    }
  });

  it('that is something else altogether is not spoken to', async () => {
    const deaf = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 200 OK\r\n\r\n', () => socket.destroy());
    });
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const { port: at } = deaf.address() as { port: number };
    expect(await way.at({ ...sim.address, port: at }, 'REGISTER-1').pay(wanted())).toEqual({ kind: 'not_reachable' });
    await new Promise((resolve) => deaf.close(resolve));
  });
});
