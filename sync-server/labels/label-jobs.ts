import { z } from 'zod';
import { labelVoidWanted, labelWanted } from '../../domain/labels/documents.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { defineOutsideJob, type OutsideCall } from '../jobs/define-job.ts';
import { errorCode, JobFailed } from '../jobs/error-code.ts';
import { type BoughtLabel, CarrierFailed } from '../outbound/carrier.ts';
import { lockLabel, writeLabel } from './label-row.ts';
import { readShipment, referenceOf } from './read-shipment.ts';

const parcel = z.strictObject({ parcelId: z.string() });

/** Longer than a carrier may take to answer: whoever asked before has given up by then. */
const TIMEOUT_MS = 50_000;
const ASKED_FOR_MS = 60_000;

/** What came of asking: a label, a refusal, or nothing, because nobody wants it any more. */
type Answer =
  | { readonly kind: 'have'; readonly bought: BoughtLabel }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'nothing' };

/**
 * Writes down that the carrier is asked, before it is (rule E2). @returns the label as it was before; null where none is to be had.
 * @throws JobFailed while another job asks for it.
 */
function begin(db: Db, parcelId: string): Promise<ParcelLabel | null> {
  return transact(db, async (tx) => {
    const label = await lockLabel(tx, parcelId);
    if (label === null || (label.state !== 'wanted' && label.state !== 'asked' && label.state !== 'unknown')) return null;
    const now = Date.now();
    if (label.state === 'asked' && Date.parse(label.since) > now - ASKED_FOR_MS) throw new JobFailed('label_is_asked');
    await writeLabel(tx, { ...label, state: 'asked', since: new Date(now).toISOString(), reason: null });
    return label;
  });
}

/** Writes that no label came, and that it is asked for again. */
function wait(db: Db, parcelId: string, state: 'wanted' | 'unknown', reason: string): Promise<number> {
  return transact(db, async (tx) => {
    const label = await lockLabel(tx, parcelId);
    if (label?.state !== 'asked') return 0;
    return writeLabel(tx, { ...label, state, since: new Date().toISOString(), reason });
  });
}

/** Finds a label that may have been made. @throws JobFailed where the carrier does not look: that is no refusal to make one. */
async function find({ parcelId }: ParcelLabel, { ports, signal }: OutsideCall): Promise<BoughtLabel | null> {
  try {
    return await ports.carrier.find(referenceOf(parcelId), signal);
  } catch (error) {
    throw new JobFailed(errorCode(error));
  }
}

/** Finds the label that was made before its answer was lost, or else buys one (rule E2: never two). */
async function findOrBuy(before: ParcelLabel, call: OutsideCall): Promise<BoughtLabel> {
  if (before.state !== 'wanted') {
    const found = await find(before, call);
    if (found !== null) return found;
  }
  const { db, ports, signal } = call;
  return ports.carrier.buy(await readShipment(db, before), signal);
}

/** Whether a label may have been made although none came. A question that was lost before this one may have made it, too. */
function mayBeMade(before: ParcelLabel, error: unknown): boolean {
  return (
    before.state !== 'wanted' ||
    !(error instanceof CarrierFailed || error instanceof JobFailed) ||
    errorCode(error) === 'carrier_answer_lost'
  );
}

/** Buys the label of a parcel. No store waits for it: packing has gone on. */
export const buyLabelJob = defineOutsideJob({
  kind: 'buy_label',
  schema: parcel,
  on: [labelWanted],
  timeoutMs: TIMEOUT_MS,
  async call({ parcelId }, call): Promise<Answer> {
    const before = await begin(call.db, parcelId);
    if (before === null) return { kind: 'nothing' };
    try {
      return { kind: 'have', bought: await findOrBuy(before, call) };
    } catch (error) {
      const code = errorCode(error);
      if (error instanceof CarrierFailed && error.isFinal) return { kind: 'refused', code };
      await wait(call.db, parcelId, mayBeMade(before, error) ? 'unknown' : 'wanted', code);
      throw error;
    }
  },
  async settle(tx, { parcelId }, answer) {
    const label = answer.kind === 'nothing' ? null : await lockLabel(tx, parcelId);
    if (label?.state !== 'asked' || answer.kind === 'nothing') return 0;
    const since = new Date().toISOString();
    if (answer.kind === 'refused') return writeLabel(tx, { ...label, state: 'refused', since, reason: answer.code });
    const { trackingNumber, picture, cost } = answer.bought;
    return writeLabel(tx, { ...label, state: 'have', since, reason: null, trackingNumber, picture, cost });
  },
  givenUp: (tx, { parcelId }, code) => giveUp(tx, parcelId, code),
});

/** Nobody asks any more by itself. A label that may have been made stays unknown: a person asks again, or looks with the carrier. */
async function giveUp(tx: Tx, parcelId: string, code: string): Promise<number> {
  const label = await lockLabel(tx, parcelId);
  if (label === null) return 0;
  const since = new Date().toISOString();
  if (label.state === 'wanted') return writeLabel(tx, { ...label, state: 'refused', since, reason: code });
  if (label.state === 'asked' || label.state === 'unknown') return writeLabel(tx, { ...label, state: 'unknown', since, reason: code });
  return 0;
}

/** The label is used again: it could not be given back. */
async function keep(tx: Tx, parcelId: string, reason: string): Promise<number> {
  const label = await lockLabel(tx, parcelId);
  if (label?.state !== 'void_wanted') return 0;
  return writeLabel(tx, { ...label, state: 'have', since: new Date().toISOString(), reason });
}

/** Gives a label back to its carrier. Twice does no harm, so a lost answer is no matter. */
export const voidLabelJob = defineOutsideJob({
  kind: 'void_label',
  schema: parcel,
  on: [labelVoidWanted],
  timeoutMs: TIMEOUT_MS,
  async call({ parcelId }, { db, ports, signal }): Promise<{ readonly isVoid: boolean }> {
    const label = await transact(db, (tx) => lockLabel(tx, parcelId));
    if (label?.state !== 'void_wanted' || label.trackingNumber === null) return { isVoid: false };
    await ports.carrier.giveBack(label.trackingNumber, signal);
    return { isVoid: true };
  },
  async settle(tx, { parcelId }, { isVoid }) {
    const label = isVoid ? await lockLabel(tx, parcelId) : null;
    if (label?.state !== 'void_wanted') return 0;
    return writeLabel(tx, { ...label, state: 'void', since: new Date().toISOString(), reason: null, picture: null });
  },
  givenUp: (tx, { parcelId }, code) => keep(tx, parcelId, code),
});
