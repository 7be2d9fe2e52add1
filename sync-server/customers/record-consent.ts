import { CONSENT_WORDING, customerConsentRecorded } from '../../domain/customers/consent.ts';
import type { Consent, ConsentPurpose, Customer } from '../../domain/customers/customer.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { lockOfficeRegister } from '../office/office-register.ts';
import { recordAtOffice } from '../office/record-at-office.ts';
import { readCustomer } from './find-customers.ts';

export type ConsentRefusal = 'unknown_customer' | 'served_nowhere' | 'id_reused';

interface OfficeConsent extends Pick<Consent, 'given'> {
  readonly operationId: string;
  readonly purpose: ConsentPurpose;
}

/** Records what a customer told the head office, in its journal of a store that serves them. The same request again changes nothing. */
export function recordConsent(
  db: Db,
  customerId: string,
  { operationId, purpose, given }: OfficeConsent,
  by: Actor,
  at = new Date(),
): Promise<Result<Customer, ConsentRefusal>> {
  const payload = { customerId, purpose, given, wording: CONSENT_WORDING, language: 'en' };
  return transact(db, async (tx) => {
    const known = await readCustomer(tx, customerId);
    if (known === undefined) return refuse('unknown_customer');
    const before = await tx.selectFrom('operations').select('body').where('id', '=', operationId).executeTakeFirst();
    if (before !== undefined) {
      const { type, payload: recorded } = before.body as { readonly type?: unknown; readonly payload?: Partial<typeof payload> };
      const isSame =
        type === customerConsentRecorded.type &&
        recorded?.customerId === customerId &&
        recorded.purpose === purpose &&
        recorded.given === given;
      return isSame ? accept(known) : refuse('id_reused');
    }
    const served = tx.selectFrom('customer_stores').select('store_id').where('customer_id', '=', customerId).orderBy('store_id');
    const store = await served.executeTakeFirst();
    if (store === undefined) return refuse('served_nowhere');
    const register = await lockOfficeRegister(tx, store.store_id);
    // What the office hears now is newer than what a till whose clock is fast has heard.
    const request = customerConsentRecorded.request({ ...payload, replaces: known.consents[purpose]?.at ?? null });
    await recordAtOffice(tx, request, operationId, store.store_id, register, at);
    await logAction(tx, by, { code: 'customer.consent', subject: customerId, after: { purpose, given } });
    return accept((await readCustomer(tx, customerId)) ?? known);
  });
}
