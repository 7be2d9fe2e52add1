import { z } from 'zod';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { defineOutsideJob, type JobOf, type OutsideCall } from '../jobs/define-job.ts';
import { errorCode, isFinalFailure, JobFailed } from '../jobs/error-code.ts';
import { type BoughtLabel, CarrierFailed, type Shipment } from '../outbound/carrier.ts';
import { type AnyLabel, type LabelDocument, lockLabel, writeLabel } from './label-row.ts';
import { referenceOf } from './reference-of.ts';

const parcel = z.strictObject({ parcelId: z.string() });

/** Longer than a carrier may take to answer: whoever asked before has given up by then. */
const TIMEOUT_MS = 50_000;
const ASKED_FOR_MS = 60_000;

/** What came of asking: a label, a refusal, or nothing, because nobody wants it any more. */
type Answer =
  | { readonly kind: 'have'; readonly bought: BoughtLabel }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'nothing' };

interface EventOf {
  readonly event: string;
}

/** A kind of label, and what its jobs need to know of it. */
export interface KindOfLabel<L extends AnyLabel> {
  readonly document: LabelDocument<L>;
  readonly buy: { readonly kind: string; readonly on: EventOf };
  readonly giveBack: { readonly kind: string; readonly on: EventOf };
  /** What the carrier needs to know of the parcel. @throws JobFailed or CarrierFailed where it cannot be sent. */
  shipmentOf(db: Db, label: L): Promise<Shipment>;
  /** What else happens in the transaction in which the label comes. @returns the label as it is written. */
  came?(tx: Tx, label: L): Promise<L>;
}

/** Finds a label that may have been made. @throws JobFailed where the carrier does not look: that is no refusal to make one. */
async function find({ parcelId }: AnyLabel, { ports, signal }: OutsideCall): Promise<BoughtLabel | null> {
  try {
    return await ports.carrier.find(referenceOf(parcelId), signal);
  } catch (error) {
    throw new JobFailed(errorCode(error));
  }
}

/** Whether a label may have been made although none came. A question that was lost before this one may have made it, too. */
function mayBeMade(before: AnyLabel, error: unknown): boolean {
  return (
    before.state !== 'wanted' ||
    !(error instanceof CarrierFailed || error instanceof JobFailed) ||
    errorCode(error) === 'carrier_answer_lost'
  );
}

/** Buys labels of a kind. Nobody waits for it: packing, or the return desk, has gone on. */
function buyJob<L extends AnyLabel>({ document, buy, shipmentOf, came }: KindOfLabel<L>): JobOf<{ parcelId: string }> {
  /**
   * Writes down that the carrier is asked, before it is (rule E2). @returns the label as it was before; null where none is to be had.
   * @throws JobFailed while another job asks for it.
   */
  const begin = (db: Db, parcelId: string): Promise<L | null> =>
    transact(db, async (tx) => {
      const label = await lockLabel(tx, document, parcelId);
      if (label === null || (label.state !== 'wanted' && label.state !== 'asked' && label.state !== 'unknown')) return null;
      const now = Date.now();
      if (label.state === 'asked' && Date.parse(label.since) > now - ASKED_FOR_MS) throw new JobFailed('label_is_asked');
      await writeLabel(tx, document, { ...label, state: 'asked', since: new Date(now).toISOString(), reason: null });
      return label;
    });

  /** Writes that no label came, and that it is asked for again. */
  const wait = (db: Db, parcelId: string, state: 'wanted' | 'unknown', reason: string): Promise<number> =>
    transact(db, async (tx) => {
      const label = await lockLabel(tx, document, parcelId);
      if (label?.state !== 'asked') return 0;
      return writeLabel(tx, document, { ...label, state, since: new Date().toISOString(), reason });
    });

  /** Finds the label that was made before its answer was lost, or else buys one (rule E2: never two). */
  async function findOrBuy(before: L, call: OutsideCall): Promise<BoughtLabel> {
    if (before.state !== 'wanted') {
      const found = await find(before, call);
      if (found !== null) return found;
    }
    const { db, ports, signal } = call;
    return ports.carrier.buy(await shipmentOf(db, before), signal);
  }

  return defineOutsideJob({
    kind: buy.kind,
    schema: parcel,
    on: [buy.on],
    timeoutMs: TIMEOUT_MS,
    async call({ parcelId }, call): Promise<Answer> {
      const before = await begin(call.db, parcelId);
      if (before === null) return { kind: 'nothing' };
      try {
        return { kind: 'have', bought: await findOrBuy(before, call) };
      } catch (error) {
        const code = errorCode(error);
        if (isFinalFailure(error)) return { kind: 'refused', code };
        await wait(call.db, parcelId, mayBeMade(before, error) ? 'unknown' : 'wanted', code);
        throw error;
      }
    },
    async settle(tx, { parcelId }, answer) {
      const label = answer.kind === 'nothing' ? null : await lockLabel(tx, document, parcelId);
      if (label?.state !== 'asked' || answer.kind === 'nothing') return 0;
      const since = new Date().toISOString();
      if (answer.kind === 'refused') return writeLabel(tx, document, { ...label, state: 'refused', since, reason: answer.code });
      const { trackingNumber, picture, cost } = answer.bought;
      const had: L = { ...label, state: 'have', since, reason: null, trackingNumber, picture, cost };
      return writeLabel(tx, document, came === undefined ? had : await came(tx, had));
    },
    givenUp: (tx, { parcelId }, code) => giveUp(tx, document, parcelId, code),
  });
}

/** Nobody asks any more by itself. A label that may have been made stays unknown: a person asks again, or looks with the carrier. */
async function giveUp<L extends AnyLabel>(tx: Tx, document: LabelDocument<L>, parcelId: string, code: string): Promise<number> {
  const label = await lockLabel(tx, document, parcelId);
  if (label === null) return 0;
  const since = new Date().toISOString();
  if (label.state === 'wanted') return writeLabel(tx, document, { ...label, state: 'refused', since, reason: code });
  if (label.state === 'asked' || label.state === 'unknown')
    return writeLabel(tx, document, { ...label, state: 'unknown', since, reason: code });
  return 0;
}

/** Gives labels of a kind back to their carrier. Twice does no harm, so a lost answer is no matter. */
function giveBackJob<L extends AnyLabel>({ document, giveBack }: KindOfLabel<L>): JobOf<{ parcelId: string }> {
  return defineOutsideJob({
    kind: giveBack.kind,
    schema: parcel,
    on: [giveBack.on],
    timeoutMs: TIMEOUT_MS,
    async call({ parcelId }, { db, ports, signal }): Promise<{ readonly isVoid: boolean }> {
      const label = await transact(db, (tx) => lockLabel(tx, document, parcelId));
      if (label?.state !== 'void_wanted' || label.trackingNumber === null) return { isVoid: false };
      await ports.carrier.giveBack(label.trackingNumber, signal);
      return { isVoid: true };
    },
    async settle(tx, { parcelId }, { isVoid }) {
      const label = isVoid ? await lockLabel(tx, document, parcelId) : null;
      if (label?.state !== 'void_wanted') return 0;
      return writeLabel(tx, document, { ...label, state: 'void', since: new Date().toISOString(), reason: null, picture: null });
    },
    // It could not be given back: it is used again.
    async givenUp(tx, { parcelId }, reason) {
      const label = await lockLabel(tx, document, parcelId);
      if (label?.state !== 'void_wanted') return 0;
      return writeLabel(tx, document, { ...label, state: 'have', since: new Date().toISOString(), reason });
    },
  });
}

/** The jobs of a kind of label: one buys them, one gives them back. */
export function labelJobs<L extends AnyLabel>(kind: KindOfLabel<L>) {
  return { buy: buyJob(kind), giveBack: giveBackJob(kind) };
}
