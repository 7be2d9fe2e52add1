import { type FulfillmentLine, type ShortPickReason, unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { shortPickWords, unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { words } from '../../../texts/words/words.ts';

export interface MissingDialogProps {
  /** The line that cannot be picked; null closes the dialog. */
  readonly line: FulfillmentLine | null;
  readonly onChoose: (line: FulfillmentLine, reason: ShortPickReason) => void;
  readonly onClose: () => void;
}

/** Asks why the rest of a line of a pickup cannot be picked, and says what happens to it. */
export function MissingDialog({ line, onChoose, onClose }: MissingDialogProps) {
  return (
    <ReasonDialog
      question={
        line && {
          title: words('picking.whatHappened', { name: line.name }),
          explanation: words('picking.cannotBePicked', {
            units: unitWords(unitsToPick(line)),
            sentence:
              line.substitutes === undefined
                ? whatHappensTo('pickup', unitsToPick(line))
                : words('picking.insteadNext', { units: unitWords(unitsToPick(line)) }),
          }),
        }
      }
      reasons={shortPickWords()}
      onChoose={(reason) => {
        if (line !== null) onChoose(line, reason);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
