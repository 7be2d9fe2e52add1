import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { grants } from '../../domain/access/scopes.ts';
import type { CustomerDetail } from '../../domain/customers/customer-protocol.ts';
import type { OfficeFields } from '../../domain/customers/change-customer.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { customerName, customerReach } from '../../texts/say/customer-words.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { CustomerAccount } from './CustomerAccount.tsx';
import { CustomerConsents } from './CustomerConsents.tsx';
import { CustomerPoints } from './CustomerPoints.tsx';
import { CustomerForm } from './CustomerForm.tsx';

export interface CustomerRowProps {
  readonly customer: Customer;
  readonly busy: boolean;
  /** Rejects when the server refuses it. */
  readonly onChange: (fields: OfficeFields) => Promise<void>;
  readonly onErase: () => void;
}

/** A customer, and what can be done about them. */
export function CustomerRow({ customer, busy, onChange, onErase }: CustomerRowProps) {
  const { overview } = useOffice();
  const [isOpen, setOpen] = useState(false);
  const name = customerName(customer);
  const close = () => setOpen(false);
  const { groups, taxExemption } = customer;
  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <div>
          <bdi>{customerReach(customer)}</bdi>
        </div>
        {groups.length > 0 && <div className={office.quiet}>{words('customer.groups', { groups: groups.join(', ') })}</div>}
        {taxExemption !== null && <div className={office.quiet}>{words('customer.exempt', { certificate: taxExemption.certificate })}</div>}
        {isOpen && <Details id={customer.id} />}
        {isOpen && <CustomerConsents customer={customer} />}
        {isOpen && grants(overview.scopes, 'stored_values') && (
          <>
            <CustomerAccount customerId={customer.id} />
            <CustomerPoints customerId={customer.id} />
          </>
        )}
      </div>
      {isOpen ? (
        <CustomerForm
          label={words('customers.open', { name })}
          customer={customer}
          onSubmit={async (fields) => {
            await onChange(fields);
            close();
          }}
          onClose={close}
        />
      ) : (
        <div className={office.handOffSteps}>
          <Button variant="default" disabled={busy} aria-label={words('customers.open', { name })} onClick={() => setOpen(true)}>
            {words('customer.edit')}
          </Button>
          {grants(overview.scopes, 'personal_data') && (
            <TwoSteps
              label={words('customers.erase')}
              labelOne={words('customers.eraseOne', { name })}
              confirm={words('customers.eraseSure')}
              confirmOne={words('customers.eraseSureOne', { name })}
              busy={busy}
              onDone={onErase}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** Which stores serve them, and who may be the same person. */
function Details({ id }: { readonly id: string }) {
  const { client } = useOffice();
  const [detail, setDetail] = useState<CustomerDetail | null>(null);
  useEffect(() => {
    let isOver = false;
    client.customer(id).then(
      (found) => !isOver && setDetail(found),
      // The form says what is wrong with the connection.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [client, id]);
  if (detail === null) return null;
  const { stores, alike } = detail;
  return (
    <>
      {stores.length > 0 && (
        <div className={office.quiet}>{words('customers.stores', { stores: stores.map(({ name }) => name).join(', ') })}</div>
      )}
      {alike.length > 0 && <div className={office.quiet}>{words('customers.alike', { names: alike.map(customerName).join(', ') })}</div>}
    </>
  );
}
