import type { ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { isMailAddress } from '../../domain/mail/mail-address.ts';
import type { Tx } from '../db/database.ts';
import { readSender } from '../orders/read-sender.ts';
import { takeAddresses, waitForAddress } from './send-mail.ts';

/**
 * Has a return label that has come mailed, where somebody wants that. An address that was given at the till comes under the id of the
 * parcel; else it is that of the order or the customer. @returns the label, with what becomes of its mail.
 */
export async function mailReturnLabel(tx: Tx, label: ReturnLabel): Promise<ReturnLabel> {
  const { parcelId, mail, origin } = label;
  if (mail === null) return label;
  if (mail === 'known') {
    const address = (await readSender(tx, origin))?.email?.trim() ?? '';
    if (!isMailAddress(address)) return { ...label, mailed: { state: 'failed', reason: 'mail_address_missing' } };
    await takeAddresses(tx, [{ mailId: parcelId, address }]);
  }
  await waitForAddress(tx, parcelId, 'return_label', { parcelId });
  return { ...label, mailed: { state: 'waiting', reason: null } };
}
