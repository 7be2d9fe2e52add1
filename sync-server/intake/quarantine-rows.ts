import type { Judged, Taken } from './apply-intake.ts';
import type { Place } from './place-operations.ts';
import { type ReadOperation, unreadableHash } from './read-operation.ts';
import type { QuarantineRow } from './write-intake.ts';

/** Why an operation of a register that runs twice waits. */
export const CLONED = 'This register runs twice and was stopped. The operation waits for the head office.';

/** Why an operation does not follow on the one before it. */
export function brokenMessage({ seq }: ReadOperation): string {
  return `It does not follow on operation ${seq - 1} as the server has it: this register runs twice.`;
}

function rowOf({ registerId, id, seq, body, contentHash }: ReadOperation, code: string, message: string): QuarantineRow {
  return { registerId, operationId: id, seq, code, message, body, contentHash };
}

/**
 * What goes to quarantine of registers that turn out to run twice: what follows on operations that the server does not have, and all
 * that waits.
 */
export function rowsOfCloned(broken: readonly Taken[], waiting: readonly ReadOperation[]): QuarantineRow[] {
  return [
    ...broken.map(({ read }) => rowOf(read, 'chain_broken', brokenMessage(read))),
    ...waiting.map((read) => rowOf(read, 'register_cloned', CLONED)),
  ];
}

/** What goes to quarantine of operations that had their turn. */
export function rowsOfJudged(judged: readonly Judged[]): QuarantineRow[] {
  return judged.flatMap(({ read, register, verdict }) =>
    verdict.ok ? [] : [{ ...rowOf(read, verdict.code, verdict.message), registerId: register.id }],
  );
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
            message: place.message,
            body: place.body,
            contentHash: place.contentHash ?? unreadableHash(place.body),
          },
        ],
  );
}
