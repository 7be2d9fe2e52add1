import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { useDocuments } from '../../kit/register-context.tsx';
import { SubstituteDialog } from './SubstituteDialog.tsx';
import type { Steps } from './use-steps.ts';
import type { Replacing } from './use-substitutes.ts';

export interface SubstituteOffersProps {
  readonly steps: Steps;
  /** What is missing, the first of them shown. */
  readonly replacing: readonly Replacing[];
  readonly waveId: string | null;
  /** With what the codes of totes begin; empty where goods go into none. */
  readonly prefix: string;
  readonly onReplacing: (left: readonly Replacing[]) => void;
}

/** What customers take instead of what is missing, one order after the other. */
export function SubstituteOffers({ steps, replacing: [first, ...more], waveId, prefix, onReplacing }: SubstituteOffersProps) {
  const byId = useDocuments(fulfillmentOrderDocument);
  const order = first === undefined ? undefined : byId.get(first.fulfillmentOrderId);
  if (first === undefined || order === undefined) return null;
  return (
    <SubstituteDialog
      key={`${first.fulfillmentOrderId} ${first.lineNo}`}
      {...{ steps, order, waveId, prefix }}
      replacing={first}
      onDone={() => onReplacing(more)}
      onClose={() => onReplacing([])}
    />
  );
}
