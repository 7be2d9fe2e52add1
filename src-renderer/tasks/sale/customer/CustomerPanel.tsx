import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TillFields } from '../../../../domain/customers/change-customer.ts';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { words } from '../../../../texts/words/words.ts';
import type { Cart, CartState } from '../cart-state.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import side from '../side/SidePanel.module.css';
import { customerName } from '../../../../texts/say/customer-words.ts';
import { ChooseCustomer } from './ChooseCustomer.tsx';
import { CustomerSheet } from './CustomerSheet.tsx';
import { EditCustomer } from './EditCustomer.tsx';
import { useSaveCustomer } from './use-save-customer.ts';
import { SideProblem } from '../side/SideProblem.tsx';

export interface CustomerPanelProps {
  /** The card that was scanned and several customers have: one of them is chosen. Null for none. */
  readonly card: string | null;
  readonly cart: Cart;
  readonly state: Pick<CartState, 'customerId' | 'paying'>;
  readonly customer: Customer | undefined;
  readonly onClose: () => void;
}

/** The customer of the sale: found, made, looked at, changed and taken off. */
export function CustomerPanel({ card, cart, state, customer, onClose }: CustomerPanelProps) {
  const [isEditing, setEditing] = useState(false);
  const { busy, problem, save } = useSaveCustomer();
  const stays = state.paying === null ? null : words('customer.whilePaying');
  const takeOff = () => cart.setCustomer(null) && onClose();
  async function keep(fields: TillFields): Promise<void> {
    const { customerId } = state;
    if (customerId === null || Object.keys(fields).length === 0 || (await save(customerId, fields))) setEditing(false);
  }
  if (state.customerId === null || card !== null)
    return <ChooseCustomer card={card} stays={stays} onChoose={(id) => cart.setCustomer(id)} onClose={onClose} />;
  if (customer === undefined)
    return (
      <SidePanel title={words('customer.title')} onClose={onClose}>
        <p className={side.text}>{words('customer.unknownText')}</p>
        {stays !== null && <SideProblem>{stays}</SideProblem>}
        <Button variant="default" size="lg" disabled={stays !== null} onClick={takeOff}>
          {words('customer.takeOff')}
        </Button>
      </SidePanel>
    );
  if (isEditing)
    return (
      <SidePanel key="edit" title={customerName(customer)} onClose={() => setEditing(false)}>
        <EditCustomer customer={customer} problem={problem} busy={busy} onSave={(fields) => void keep(fields)} />
      </SidePanel>
    );
  return (
    <SidePanel key="sheet" title={customerName(customer)} onClose={onClose}>
      {stays !== null && <SideProblem>{stays}</SideProblem>}
      <CustomerSheet
        customer={customer}
        isPaying={stays !== null}
        onEdit={() => setEditing(true)}
        onTakeOff={takeOff}
        onPay={(line) => (cart.addLine(line), onClose())}
      />
    </SidePanel>
  );
}
