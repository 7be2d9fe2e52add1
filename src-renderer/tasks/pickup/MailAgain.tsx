import { Button } from '@mantine/core';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { askMailAgain, MOST_MAILS_AGAIN } from '../../../domain/fulfillment/mail-again.ts';
import { pickupMails } from '../../../domain/fulfillment/settings.ts';
import { isMailAddress } from '../../../domain/mail/mail-address.ts';
import { mailSender } from '../../../domain/mail/settings.ts';
import { formatWhen } from '../../kit/order-words.ts';
import { useDocuments, useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import type { Steps } from '../picking/use-steps.ts';
import styles from './Pickup.module.css';
import { knownWords, words } from '../../../texts/words/words.ts';

/** What became of the mail that somebody had sent again; null where nobody did. */
function useMailAgain({ mailAgain }: FulfillmentOrder): string | null {
  const associates = useDocuments(associateDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  if (mailAgain === undefined) return null;
  const { at, by, state, reason } = mailAgain;
  const said = { moment: formatWhen(at, timezone), name: associates.get(by ?? '')?.name ?? words('pickup.somebody') };
  if (state !== 'failed') return words(state === 'sent' ? 'pickup.mailAgainSent' : 'pickup.mailAgainWaiting', said);
  const why = knownWords(`jobs.error.${reason ?? 'failed'}`) ?? words('jobs.errorCode', { code: reason ?? '' });
  return words('pickup.mailAgainFailed', { ...said, reason: why });
}

/** Has the customer of a ready pickup told once more, where the company tells by mail, and says what became of it. */
export function MailAgain({ order, steps }: { readonly order: FulfillmentOrder; readonly steps: Steps }) {
  const { training } = useRegister();
  const isSent = useSetting(pickupMails) === 'sent';
  const isSet = useSetting(mailSender) !== null;
  const said = useMailAgain(order);
  const isOffered = isSent && isSet && !training.isOn && isMailAddress(order.customer.email?.trim() ?? '');
  if (!isOffered && said === null) return null;

  function ask(): void {
    void steps.take(
      [({ reader }) => askMailAgain(reader.get(fulfillmentOrderDocument, order.id) ?? order, Date.now())],
      words('pickup.mailAgainAsked'),
    );
  }

  return (
    <div className={styles.kept}>
      {said !== null && <span className={styles.hint}>{said}</span>}
      {isOffered && (order.mailAgain?.times ?? 0) < MOST_MAILS_AGAIN && (
        <Button variant="default" disabled={steps.busy} onClick={ask}>
          {words('pickup.mailAgain')}
        </Button>
      )}
    </div>
  );
}
