import { changeCustomer } from '../../domain/customers/change-customer.ts';
import { type Customer, unnamedCustomer } from '../../domain/customers/customer.ts';
import type { Tx } from '../db/database.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import { addUnnamed, changeOf, noteServed, saveCustomers } from '../customers/write-customers.ts';

const DAY_MS = 86_400_000;

/** Customers of the sample company: one of each kind that a till treats in its own way. */
export function makeCustomers(now: Date): Customer[] {
  const yesterday = new Date(now.getTime() - DAY_MS);
  const endOfYear = `${now.getUTCFullYear() + 1}-12-31`;
  const ended = `${now.getUTCFullYear() - 1}-12-31`;
  const exempt = (certificate: string, validUntil: string) => ({ certificate, validUntil, taxes: [] });
  const kinds = [
    {},
    { groups: ['staff'] },
    { groups: ['trade'], notes: 'Orders by the box.' },
    { groups: ['schools'], taxExemption: exempt('EX-100001', endOfYear) },
    { taxExemption: exempt('EX-100002', ended), notes: 'The new certificate is on its way.' },
  ];
  return kinds.map((kind, index) => {
    const number = index + 1;
    const fields = {
      name: `Sample Customer ${number}`,
      phones: [`+1 555 010 000${number}`],
      emails: [`customer${number}@example.com`],
      cardNumber: `L-20000${number}`,
      ...kind,
    };
    return changeCustomer(unnamedCustomer(`SAMPLE-CUSTOMER-${number}`), { at: yesterday.toISOString(), fields });
  });
}

/** Writes the sample's customers, and that one store serves them: others find them at the server. */
export async function writeSampleCustomers(tx: Tx, customers: readonly Customer[], storeId: string): Promise<void> {
  const ids = customers.map(({ id }) => id);
  await addUnnamed(tx, ids);
  await saveCustomers(tx, customers);
  const served = await noteServed(
    tx,
    ids.map((customerId) => ({ customerId, storeId })),
  );
  await allocateChanges(
    tx,
    served.map((one) => changeOf(one)),
  );
}
