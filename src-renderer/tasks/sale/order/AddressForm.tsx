import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import { SideProblem } from '../side/SideProblem.tsx';

type Address = NonNullable<Customer['shipTo']>;

export interface AddressFormProps {
  readonly known: Customer['shipTo'];
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onShip: (address: Address) => void;
}

const FIELDS = [
  { field: 'line1', most: 200 },
  { field: 'postalCode', most: 20 },
  { field: 'city', most: 120 },
  { field: 'region', most: 120 },
  { field: 'country', most: 80 },
] as const satisfies readonly { readonly field: keyof Address; readonly most: number }[];

const NOTHING: Address = { line1: '', city: '', region: '', postalCode: '', country: '' };

/** Where the parcel goes. It is kept in the profile of the customer, and never in the journal (rule A2). */
export function AddressForm({ known, problem, busy, onShip }: AddressFormProps) {
  const [address, setAddress] = useState<Address>(known ?? NOTHING);
  const [missing, setMissing] = useState(false);
  function ship(): void {
    const entered = Object.fromEntries(Object.entries(address).map(([field, text]) => [field, text.trim()])) as Address;
    const isMissing = entered.line1 === '' || entered.city === '';
    setMissing(isMissing);
    if (!isMissing) onShip(entered);
  }
  const said = missing ? words('saleOrder.addressMissing') : problem;
  return (
    <form
      className={side.form}
      onSubmit={(event) => {
        event.preventDefault();
        ship();
      }}
    >
      {FIELDS.map(({ field, most }, index) => (
        <TextInput
          key={field}
          data-first={index === 0 || undefined}
          label={words(`saleOrder.address.${field}`)}
          dir="auto"
          autoComplete="off"
          maxLength={most}
          value={address[field]}
          onChange={(event) => setAddress({ ...address, [field]: event.currentTarget.value })}
        />
      ))}
      <div className={side.end}>
        {said !== null && <SideProblem>{said}</SideProblem>}
        <Button type="submit" size="lg" loading={busy}>
          {words('saleOrder.shipThere')}
        </Button>
      </div>
    </form>
  );
}
