import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { DocumentEffect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { StoredValueTrouble } from '../exceptions/facts.ts';
import { raiseException } from '../exceptions/raise.ts';
import { storedValueDocument } from './documents.ts';
import type { StoredValue, StoredValueKind } from './stored-value.ts';

/** Money that an operation puts on a stored value, or (negative) takes off it. */
export interface StoredValueMove {
  readonly id: string;
  readonly kind: StoredValueKind;
  readonly currency: string;
  readonly amountMinor: number;
}

type Moving = Pick<Envelope, 'id' | 'storeId' | 'at'>;

const exceptionId = (about: string, id: string): string => `stored_value_not_covered:${about}:${id}`;

/** What applying these moves looks at. @param about the receipt, or whatever names the operation to people. */
export function readsOfMoves(moves: readonly Pick<StoredValueMove, 'id'>[], about: string): DocumentKey[] {
  return moves.flatMap(({ id }) => [storedValueDocument.key(id), exceptionDocument.key(exceptionId(about, id))]);
}

function troubleOf(value: StoredValue, after: number, move: StoredValueMove): StoredValueTrouble | null {
  if (value.currency !== move.currency) return 'other_currency';
  if (move.amountMinor >= 0) return null;
  if (value.isBlocked) return 'blocked';
  // One that nobody has issued yet may be issued by an operation that is still on its way: the server tells.
  return after < 0 && value.issuedAt !== null ? 'balance' : null;
}

/** What an unknown one is taken to be, until its issue is told. */
function firstSeen(move: StoredValueMove, { storeId, at }: Moving): StoredValue {
  const { id, kind, currency } = move;
  return { id, kind, storeId, currency, balanceMinor: 0, isBlocked: false, issuedAt: null, changedAt: at };
}

/**
 * Moves money onto and off stored values, in this order. What was taken is a fact (rule J5): more than there was, or from one that is
 * blocked, opens an exception with what is missing. A move in another currency than the value's changes nothing and opens one too.
 */
export function moveStoredValues(
  reader: StoreReader,
  operation: Moving,
  moves: readonly StoredValueMove[],
  about: string,
): DocumentEffect[] {
  const values = new Map<string, StoredValue>();
  const missing = new Map<string, { trouble: StoredValueTrouble; currency: string; minor: number }>();
  for (const move of moves) {
    const value = values.get(move.id) ?? reader.get(storedValueDocument, move.id) ?? firstSeen(move, operation);
    const after = value.balanceMinor + move.amountMinor;
    const trouble = troubleOf(value, after, move);
    if (trouble !== null) {
      const short = trouble === 'balance' ? Math.min(-move.amountMinor, -after) : Math.abs(move.amountMinor);
      const before = missing.get(move.id);
      missing.set(move.id, { trouble, currency: move.currency, minor: (before?.minor ?? 0) + short });
    }
    if (trouble === 'other_currency' || !Number.isSafeInteger(after)) continue;
    const issuedAt = move.amountMinor > 0 ? (value.issuedAt ?? operation.at) : value.issuedAt;
    values.set(move.id, { ...value, balanceMinor: after, issuedAt, changedAt: operation.at });
  }
  return [
    ...[...values.values()].map((value) => storedValueDocument.put(value)),
    ...[...missing].map(([id, { trouble, currency, minor }]) =>
      raiseException(reader, operation, {
        kind: 'stored_value_not_covered',
        about: `${about}:${id}`,
        subject: about,
        cash: { [currency]: minor },
        facts: { receipt: about, card: id, trouble },
      }),
    ),
  ];
}
