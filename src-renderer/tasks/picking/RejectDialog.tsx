import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { rejectOrder } from '../../../domain/fulfillment/reject-order.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { rejectReasonWords, rejectWords } from '../../kit/order-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import type { Steps } from './use-steps.ts';
import { words } from '../../../texts/words/words.ts';

export interface RejectDialogProps {
  /** The order that this store cannot fulfill; null closes the dialog. */
  readonly order: FulfillmentOrder | null;
  readonly steps: Steps;
  readonly onClose: () => void;
}

/** Rejects a whole order, with the reason. */
export function RejectDialog({ order, steps, onClose }: RejectDialogProps) {
  return (
    <ReasonDialog
      question={
        order && {
          title: words('picking.rejectOrderAsk', { number: order.orderNumber }),
          explanation: rejectWords(order.kind),
        }
      }
      reasons={rejectReasonWords()}
      onChoose={(reason) => {
        if (order !== null) {
          void steps.take(
            [({ reader }) => rejectOrder(reader.get(fulfillmentOrderDocument, order.id) ?? order, reason)],
            words('picking.isRejected', { number: order.orderNumber }),
          );
        }
        onClose();
      }}
      onClose={onClose}
    />
  );
}
