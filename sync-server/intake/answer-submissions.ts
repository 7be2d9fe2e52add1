import { storeScope } from '../../domain/base/scope.ts';
import type { OperationResult } from '../../domain/protocol/protocol.ts';
import type { Judged } from './apply-intake.ts';
import type { Place } from './place-operations.ts';
import type { Answer, Placed } from './place-submissions.ts';
import { reasonOfBroken } from './quarantine-rows.ts';
import type { Alarm, Intake } from './submission.ts';

/** What became of an operation that had its turn. @param storeSeq the change sequence of its store at which its effects stand. */
export function answerOf({ read, register, verdict }: Judged, storeSeq: number): Answer {
  const changes = { [storeScope(register.storeId)]: storeSeq };
  return verdict.ok
    ? { seq: read.seq, outcome: 'applied', code: null, facts: null, changes }
    : { seq: read.seq, outcome: 'quarantined', code: verdict.code, facts: verdict.facts, changes };
}

function resultOf(place: Place, settled: ReadonlyMap<string, Answer>, broken: ReadonlySet<string>, expectedSeq: number): OperationResult {
  if (place.kind === 'waits' && broken.has(place.read.id))
    return { outcome: 'refused', id: place.operationId, ...reasonOfBroken(place.read) };
  if (place.kind === 'refused') return { outcome: 'refused', id: place.id, code: place.code, facts: place.facts };
  const key = place.kind === 'waits' ? place.read.id : place.id;
  const seq = place.kind === 'waits' ? place.read.seq : place.seq;
  const answer = settled.get(key);
  if (answer === undefined) return { outcome: 'parked', id: place.operationId, seq, missingFrom: expectedSeq };
  if (answer.outcome === 'applied') return { outcome: 'applied', id: place.operationId, seq, changes: answer.changes };
  return { outcome: 'quarantined', id: place.operationId, seq, code: answer.code ?? '', facts: answer.facts ?? {} };
}

function alarmsOf(registerId: string, places: readonly Place[], broken: ReadonlySet<string>): Alarm[] {
  return places.flatMap((place): Alarm[] =>
    place.kind === 'waits' && broken.has(place.read.id)
      ? [{ code: 'chain_broken', registerId, operationId: place.operationId }]
      : place.kind === 'refused' && (place.code === 'id_reused' || place.code === 'seq_reused' || place.code === 'other_register')
        ? [{ code: place.code, registerId, operationId: place.id }]
        : [],
  );
}

/** One answer for each submission, in their order. @param broken the ids of what does not follow on what the server has. */
export function answerSubmissions({ submissions, states, registers, places, settled }: Placed, broken: ReadonlySet<string>): Intake[] {
  return submissions.map(({ registerId }, index): Intake => {
    const state = states.get(registerId);
    const own = places[index];
    if (state === undefined) return { ok: false, refusal: 'unknown_register' };
    if (own === undefined) return { ok: false, refusal: 'register_cloned' };
    const expectedSeq = state.appliedSeq + 1;
    const register = registers.get(registerId);
    return {
      ok: true,
      results: own.map((place) => resultOf(place, settled, broken, expectedSeq)),
      expectedSeq,
      lastHash: state.lastHash,
      alarms: alarmsOf(registerId, own, broken),
      more: register !== undefined && !register.cloned && register.waiting.has(expectedSeq),
    };
  });
}
