import { goodsReturned, type ReturnRecorded } from '../../../domain/returns/operations.ts';
import { newCardNumber } from '../../../domain/stored-value/new-card-number.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import type { ReturnDraft } from './return-draft.ts';

function randomDigit(): number {
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) return byte % 10;
  }
}

/** The number of a store credit, and where the journal stood when it was made. */
export type CreditNumber = Pick<ReturnDraft, 'creditNumber' | 'creditSince'>;

type Journal = Pick<RegisterServices, 'recordedBefore' | 'sync'>;

/** The number of the store credit that a return may issue. */
export function newCreditNumber({ sync }: Pick<Journal, 'sync'>): CreditNumber {
  return { creditNumber: newCardNumber(randomDigit), creditSince: sync.getState().lastSeq };
}

/** How far back the return is looked for where nobody kept since when; and how many places are read at once. */
const LOOKED_AT = 50;
const BATCH = 500;

/** The return that issued store credit with this number; undefined where none has. Its number stands nowhere but in the draft. */
export async function returnWithCredit(
  { recordedBefore, sync }: Journal,
  { creditNumber, creditSince }: CreditNumber,
): Promise<ReturnRecorded | undefined> {
  if (creditNumber === '') return undefined;
  const id = storedValueId(creditNumber);
  const { lastSeq } = sync.getState();
  const since = creditSince ?? Math.max(0, lastSeq - LOOKED_AT);
  for (let upTo = lastSeq; upTo > since; upTo -= BATCH) {
    const recorded = await recordedBefore(upTo + 1, Math.min(BATCH, upTo - since));
    const issued = recorded.find(
      (one): one is ReturnRecorded => goodsReturned.is(one) && one.payload.tenders.some(({ reference }) => reference === id),
    );
    if (issued !== undefined) return issued;
  }
  return undefined;
}
