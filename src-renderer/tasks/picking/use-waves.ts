import { useMemo } from 'react';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { waveDocument } from '../../../domain/fulfillment/documents.ts';
import type { Wave } from '../../../domain/fulfillment/wave.ts';
import { useDocuments, useSignIn } from '../../kit/register-context.tsx';
import { type OpenWave, ownWave, type ShipOrders, takenOver, waveInProgress } from './ship-orders.ts';
import { words } from '../../../texts/words/words.ts';

/** The waves of the store, as the person who is signed in sees them. */
export interface Waves {
  /** The person's own wave; null without one. */
  readonly own: Wave | null;
  /** It, while something of it is still to pick. */
  readonly inProgress: OpenWave | null;
  /** Waves that colleagues took over from this person. */
  readonly takenOver: readonly Wave[];
  /** Whose wave it is, in words. */
  ownerOf(waveId: string): string;
  /** What a colleague is called; somebody, where nobody knows. */
  nameOf(associateId: string | null): string;
}

/** @param orders the store's orders to ship. */
export function useWaves(orders: Pick<ShipOrders, 'waves'>): Waves {
  const associates = useDocuments(associateDocument);
  const waves = useDocuments(waveDocument);
  const me = useSignIn((state) => state.associate?.id ?? '');
  const own = useMemo(() => ownWave(waves.values(), me), [waves, me]);
  return {
    own,
    inProgress: waveInProgress(orders, own),
    takenOver: takenOver(orders.waves, (id) => waves.get(id), me),
    ownerOf(waveId) {
      const wave = waves.get(waveId);
      if (wave === undefined) return words('picking.otherWave');
      if (wave.pickerId === null) return words('picking.releasedWave');
      if (wave.pickerId === me) return words('picking.ownWave');
      const name = associates.get(wave.pickerId)?.name;
      return name === undefined ? words('picking.otherWave') : words('picking.waveOf', { name });
    },
    nameOf(associateId) {
      return (associateId === null ? undefined : associates.get(associateId)?.name) ?? words('exceptions.somebody');
    },
  };
}
