import { useEffect, useState } from 'react';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { useDocumentList, useRegister, useSignIn } from '../../kit/register-context.tsx';
import { readWaveDrafts, type ShipOrders, takeOver, type Wave, type WaveDraft, type WaveDrafts, waveInProgress } from './ship-orders.ts';
import { words } from '../../../texts/words/words.ts';

const DRAFT = 'picking-waves';

/** The waves that this register remembers, as the person who is signed in sees them. */
export interface Waves {
  /** False until it is known what was remembered. */
  readonly loaded: boolean;
  /** What is remembered of the person's own wave; null without one. */
  readonly own: WaveDraft | null;
  /** The person's own wave while something of it is still to pick. */
  readonly inProgress: Wave | null;
  /** Makes it the person's own wave. */
  take(draft: WaveDraft): void;
  /** Whose wave it is, in words, as far as this register can tell: what others started elsewhere does not name them. */
  ownerOf(waveId: string): string;
}

/** @param orders the store's orders to ship. */
export function useWaves(orders: Pick<ShipOrders, 'waves'>): Waves {
  const register = useRegister();
  const associates = useDocumentList(associateDocument);
  const me = useSignIn((state) => state.associate?.id ?? '');
  const [drafts, setDrafts] = useState<WaveDrafts | 'loading'>('loading');

  useEffect(() => {
    let shown = true;
    const show = (found: WaveDrafts) => {
      if (shown) setDrafts(found);
    };
    register.loadDraft(DRAFT).then(
      (found) => show(readWaveDrafts(found)),
      () => show({}),
    );
    return () => {
      shown = false;
    };
  }, [register]);

  const known = drafts === 'loading' ? {} : drafts;
  const own = known[me] ?? null;
  return {
    loaded: drafts !== 'loading',
    own,
    inProgress: waveInProgress(orders, own),
    take(draft) {
      const after = { ...known, [me]: takeOver(draft, known) };
      setDrafts(after);
      register.saveDraft(DRAFT, after);
    },
    ownerOf(waveId) {
      if (own?.waveId === waveId) return words('picking.ownWave');
      const owner = Object.entries(known).find(([, draft]) => draft.waveId === waveId)?.[0];
      const name = associates.find((associate) => associate.id === owner)?.name;
      return name === undefined ? words('picking.otherWave') : words('picking.waveOf', { name });
    },
  };
}
