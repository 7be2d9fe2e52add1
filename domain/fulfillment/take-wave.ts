import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { waveDocument } from './documents.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import type { WaveReleased, WaveTaken } from './payloads.ts';

/**
 * Goes on with a wave: a colleague's, a released one, or one's own.
 * @param orders those of it that are still to pick. Without any there is nothing to go on with.
 */
export function takeWave(waveId: string, orders: readonly FulfillmentOrder[]): Result<RequestFor<WaveTaken>, Refusal> {
  const open = orders.filter(({ state }) => state.status === 'picking' && state.waveId === waveId);
  if (open.length === 0) return refuse('nothing_to_pick');
  return accept({ type: 'wave_taken', payload: { waveId, fulfillmentOrderIds: open.map((order) => order.id) } });
}

/** Lets go of a wave that is one's own. Refuses what a colleague has by now (`not_your_wave`). */
export function releaseWave(reader: StoreReader, waveId: string, associateId: string | null): Result<RequestFor<WaveReleased>, Refusal> {
  const wave = reader.get(waveDocument, waveId);
  if (wave === undefined || wave.pickerId === null || wave.pickerId !== associateId) return refuse('not_your_wave');
  return accept({ type: 'wave_released', payload: { waveId } });
}

/** The wave is with whoever took it last. One that was begun before waves were kept is kept from now on. */
export function applyWaveTaken(reader: StoreReader, { storeId, registerId, associateId, at, payload }: WaveTaken): Effect[] {
  const known = reader.get(waveDocument, payload.waveId);
  // What another store tells of it is not believed (rule A3).
  if (known !== undefined && known.storeId !== storeId) return [];
  const started = known ?? { id: payload.waveId, storeId, startedAt: at, orderIds: payload.fulfillmentOrderIds, lost: [] };
  const takenFrom = known !== undefined && known.pickerId !== associateId ? known.pickerId : null;
  return [waveDocument.put({ ...started, pickerId: associateId, takenFrom, registerId, since: at })];
}

/** The wave is with nobody, unless a colleague had taken it over before. */
export function applyWaveReleased(reader: StoreReader, { storeId, registerId, associateId, at, payload }: WaveReleased): Effect[] {
  const known = reader.get(waveDocument, payload.waveId);
  if (known === undefined || known.storeId !== storeId || known.pickerId !== associateId) return [];
  return [waveDocument.put({ ...known, pickerId: null, takenFrom: null, registerId, since: at })];
}
