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
  /** How far beyond its limit an account was let go, in minor units; 0 unless told. */
  readonly overLimitMinor?: number;
  /** Whether there may be less than is taken: points that goods had earned are taken back, though they may be used. */
  readonly mayOverdraw?: boolean;
}

type Moving = Pick<Envelope, 'id' | 'storeId' | 'at'>;

/** What is missing, and why. */
interface NotCovered {
  readonly kind: StoredValueKind;
  readonly trouble: StoredValueTrouble;
  readonly currency: string;
  readonly minor: number;
}

const EXCEPTIONS = { account: 'account_not_covered', points: 'points_not_covered' } as const;
const exceptionKind = (kind: StoredValueKind) =>
  kind === 'account' || kind === 'points' ? EXCEPTIONS[kind] : ('stored_value_not_covered' as const);

/** What applying these moves looks at. @param about the receipt, or whatever names the operation to people. */
export function readsOfMoves(moves: readonly Pick<StoredValueMove, 'id' | 'kind'>[], about: string): DocumentKey[] {
  return moves.flatMap(({ id, kind }) => [storedValueDocument.key(id), exceptionDocument.key(`${exceptionKind(kind)}:${about}:${id}`)]);
}

/** The exception about money that was taken off a stored value and was not there. */
export function raiseNotCovered(
  reader: StoreReader,
  operation: Moving,
  about: string,
  id: string,
  { kind, trouble, currency, minor }: NotCovered,
): DocumentEffect {
  const told = { about: `${about}:${id}`, subject: about, cash: { [currency]: minor } };
  if (kind === 'points') {
    const facts = { receipt: about, points: minor, trouble };
    return raiseException(reader, operation, { kind: 'points_not_covered', about: told.about, subject: about, facts });
  }
  return kind === 'account'
    ? raiseException(reader, operation, { ...told, kind: 'account_not_covered', facts: { receipt: about, account: id, trouble } })
    : raiseException(reader, operation, { ...told, kind: 'stored_value_not_covered', facts: { receipt: about, card: id, trouble } });
}

function troubleOf(value: StoredValue, after: number, move: StoredValueMove): StoredValueTrouble | null {
  if (value.currency !== move.currency) return 'other_currency';
  if (move.amountMinor >= 0 || move.mayOverdraw === true) return null;
  if (value.isBlocked) return 'blocked';
  // One that nobody has issued yet may be issued by an operation that is still on its way: the server tells.
  return after < leastOf(value, move) && value.issuedAt !== null ? 'balance' : null;
}

/** The least that a balance may be after a move, in minor units. */
const leastOf = ({ limitMinor }: StoredValue, { overLimitMinor = 0 }: StoredValueMove): number => -(limitMinor + overLimitMinor);

/**
 * How much of what an operation took is not there on a stored value that the same operation issues, in minor units. What was missing
 * before was told when it was taken.
 */
function shortOfIssued(before: StoredValue | undefined, after: StoredValue): number {
  if (after.issuedAt === null || (before !== undefined && before.issuedAt !== null)) return 0;
  return Math.min(0, before?.balanceMinor ?? 0) - after.balanceMinor;
}

/** What an unknown one is taken to be, until its issue is told. */
function firstSeen(move: StoredValueMove, { storeId, at }: Moving): StoredValue {
  const { id, kind, currency } = move;
  return { id, kind, storeId, currency, balanceMinor: 0, limitMinor: 0, isBlocked: false, issuedAt: null, changedAt: at };
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
  const missing = new Map<string, NotCovered>();
  for (const move of moves) {
    const value = values.get(move.id) ?? reader.get(storedValueDocument, move.id) ?? firstSeen(move, operation);
    const after = value.balanceMinor + move.amountMinor;
    const trouble = troubleOf(value, after, move);
    if (trouble !== null) {
      const short = trouble === 'balance' ? Math.min(-move.amountMinor, leastOf(value, move) - after) : Math.abs(move.amountMinor);
      const before = missing.get(move.id);
      missing.set(move.id, { kind: move.kind, trouble, currency: move.currency, minor: (before?.minor ?? 0) + short });
    }
    if (trouble === 'other_currency' || !Number.isSafeInteger(after)) continue;
    // Money that comes onto an account does not open it: the head office does, with a limit.
    const isIssued = move.amountMinor > 0 && value.kind !== 'account';
    const issuedAt = isIssued ? (value.issuedAt ?? operation.at) : value.issuedAt;
    values.set(move.id, { ...value, balanceMinor: after, issuedAt, changedAt: operation.at });
  }
  for (const value of values.values()) {
    const short = shortOfIssued(reader.get(storedValueDocument, value.id), value);
    if (short > 0) missing.set(value.id, { kind: value.kind, trouble: 'unknown', currency: value.currency, minor: short });
  }
  return [
    ...[...values.values()].map((value) => storedValueDocument.put(value)),
    ...[...missing].map(([id, one]) => raiseNotCovered(reader, operation, about, id, one)),
  ];
}
