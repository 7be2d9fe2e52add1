import { fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import type { Judged, Taken } from './apply-intake.ts';
import type { Place } from './place-operations.ts';
import { type ReadOperation, unreadableHash } from './read-operation.ts';
import type { QuarantineRow } from './write-intake.ts';

/** Why an operation of a register that runs twice waits. */
export const CLONED = reasonOf('register_cloned');

/** Why an operation does not follow on the one before it. */
export function reasonOfBroken({ seq }: ReadOperation): Reason<'chain_broken'> {
  return reasonOf('chain_broken', fault('other_predecessor', { seq: seq - 1 }));
}

function rowOf({ registerId, id, seq, body, contentHash }: ReadOperation, { code, facts }: Reason): QuarantineRow {
  return { registerId, operationId: id, seq, code, facts, body, contentHash };
}

/**
 * What goes to quarantine of registers that turn out to run twice: what follows on operations that the server does not have, and all
 * that waits.
 */
export function rowsOfCloned(broken: readonly Taken[], waiting: readonly ReadOperation[]): QuarantineRow[] {
  return [...broken.map(({ read }) => rowOf(read, reasonOfBroken(read))), ...waiting.map((read) => rowOf(read, CLONED))];
}

/** What goes to quarantine of operations that had their turn. */
export function rowsOfJudged(judged: readonly Judged[]): QuarantineRow[] {
  return judged.flatMap(({ read, register, verdict }) => (verdict.ok ? [] : [{ ...rowOf(read, verdict), registerId: register.id }]));
}

/** What goes to quarantine of what a register sent: that which has no place. */
export function rowsOfRefused(registerId: string, places: readonly Place[]): QuarantineRow[] {
  return places.flatMap((place) =>
    place.kind !== 'refused'
      ? []
      : [
          {
            registerId,
            operationId: place.id,
            seq: place.seq,
            code: place.code,
            facts: place.facts,
            body: place.body,
            contentHash: place.contentHash ?? unreadableHash(place.body),
          },
        ],
  );
}
