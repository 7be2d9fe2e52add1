import { parcelLabelDocument } from '../../../domain/labels/documents.ts';
import { carrierPickup } from '../../../domain/labels/settings.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useDocuments, useReader, useSetting, useView } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';
import { words } from '../../../texts/words/words.ts';
import { leftBehind, waitingParcels } from './handover-parcels.ts';

const LOOK_AGAIN_MS = 30_000;

/** Says that the carrier was here, or should have been, and that parcels did not go with it. */
export function LeftBehind() {
  const reader = useReader();
  const labels = useDocuments(parcelLabelDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const time = useSetting(carrierPickup);
  const now = useNow(LOOK_AGAIN_MS);
  const count = leftBehind(waitingParcels(reader, labels.values()), time, now, timezone).length;
  return count === 0 ? null : <Notice tone="warn">{words('parcels.late', { count, time })}</Notice>;
}
