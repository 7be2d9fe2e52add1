import { goodsReturned, type ReturnRecorded } from '../../../domain/returns/operations.ts';
import { newCardNumber } from '../../../domain/stored-value/new-card-number.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import type { RegisterServices } from '../../kit/register-services.ts';

function randomDigit(): number {
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) return byte % 10;
  }
}

/** The number of the store credit that a return may issue. */
export function newCreditNumber(): string {
  return newCardNumber(randomDigit);
}

/** How far back the return is looked for that was recorded when the app died. */
const LOOKED_AT = 50;

/** The return that issued store credit with this number; undefined where none has. Its number stands nowhere but in the draft. */
export async function returnWithCredit(
  { recordedBefore, sync }: Pick<RegisterServices, 'recordedBefore' | 'sync'>,
  creditNumber: string,
): Promise<ReturnRecorded | undefined> {
  const id = storedValueId(creditNumber);
  const recorded = await recordedBefore(sync.getState().lastSeq + 1, LOOKED_AT);
  return recorded.find(
    (one): one is ReturnRecorded => goodsReturned.is(one) && one.payload.tenders.some(({ reference }) => reference === id),
  );
}
