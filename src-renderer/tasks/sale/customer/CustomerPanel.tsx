import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { TillFields } from '../../../../domain/customers/change-customer.ts';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { refusalSentence } from '../../../kit/sentences.ts';
import { words } from '../../../../texts/words/words.ts';
import type { Cart, CartState } from '../cart-state.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import side from '../side/SidePanel.module.css';
import type { TypedCustomer } from './contact-fields.ts';
import { customerName } from '../../../../texts/say/customer-words.ts';
import { CustomerSheet } from './CustomerSheet.tsx';
import { EditCustomer } from './EditCustomer.tsx';
import { FindCustomer } from './FindCustomer.tsx';
import { NewCustomer } from './NewCustomer.tsx';
import { SideProblem } from '../side/SideProblem.tsx';

export interface CustomerPanelProps {
  /** The card that was scanned and several customers have: one of them is chosen. Null for none. */
  readonly card: string | null;
  readonly cart: Cart;
  readonly state: Pick<CartState, 'customerId' | 'paying'>;
  readonly customer: Customer | undefined;
  readonly onClose: () => void;
}

/** Saves what was said of a customer, and says why it was not. */
function useSave() {
  const { customers } = useRegister();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    busy,
    problem,
    async save(id: string, fields: TillFields): Promise<boolean> {
      setBusy(true);
      const result = await customers.save(id, fields);
      setBusy(false);
      setProblem(result.ok ? null : refusalSentence(result.refusal));
      return result.ok;
    },
  };
}

interface Stays {
  /** Why the customer of the sale cannot be another one now; null where they can. */
  readonly stays: string | null;
}

function StaysNotice({ stays }: Stays) {
  return <SideProblem>{stays}</SideProblem>;
}

/** Nobody has said who buys yet: find them, or make them. */
function ChooseCustomer({ cart, card, stays, onClose }: Pick<CustomerPanelProps, 'cart' | 'card' | 'onClose'> & Stays) {
  const { customers } = useRegister();
  /** Tried again, it is the same customer. */
  const [begun, setBegun] = useState<{ readonly id: string; readonly typed: TypedCustomer } | null>(null);
  const { busy, problem, save } = useSave();

  async function create(id: string, fields: TillFields): Promise<void> {
    if ((await save(id, fields)) && cart.setCustomer(id)) onClose();
  }
  function choose(chosen: Customer): void {
    if (!cart.setCustomer(chosen.id)) return;
    void customers.serve(chosen);
    onClose();
  }

  if (begun === null)
    return (
      <SidePanel key="find" title={words('customer.title')} onClose={onClose}>
        {stays !== null && <StaysNotice stays={stays} />}
        <FindCustomer begun={card ?? ''} onChoose={choose} onNew={(typed) => setBegun({ id: uuidv7(), typed })} />
      </SidePanel>
    );
  return (
    <SidePanel key="new" title={words('customer.new')} onClose={() => setBegun(null)}>
      <NewCustomer begun={begun.typed} problem={problem ?? stays} busy={busy} onCreate={(fields) => void create(begun.id, fields)} />
    </SidePanel>
  );
}

/** The customer of the sale: found, made, looked at, changed and taken off. */
export function CustomerPanel({ card, cart, state, customer, onClose }: CustomerPanelProps) {
  const [isEditing, setEditing] = useState(false);
  const { busy, problem, save } = useSave();
  const stays = state.paying === null ? null : words('customer.whilePaying');
  const takeOff = () => cart.setCustomer(null) && onClose();
  async function keep(fields: TillFields): Promise<void> {
    const { customerId } = state;
    if (customerId === null || Object.keys(fields).length === 0 || (await save(customerId, fields))) setEditing(false);
  }
  if (state.customerId === null || card !== null) return <ChooseCustomer cart={cart} card={card} stays={stays} onClose={onClose} />;
  if (customer === undefined)
    return (
      <SidePanel title={words('customer.title')} onClose={onClose}>
        <p className={side.text}>{words('customer.unknownText')}</p>
        {stays !== null && <StaysNotice stays={stays} />}
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
      {stays !== null && <StaysNotice stays={stays} />}
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
