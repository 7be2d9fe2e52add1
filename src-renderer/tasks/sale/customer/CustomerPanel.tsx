import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { TillFields } from '../../../../domain/customers/change-customer.ts';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { refusalSentence } from '../../../kit/sentences.ts';
import { words } from '../../../words/words.ts';
import type { Cart, CartState } from '../cart-state.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import side from '../side/SidePanel.module.css';
import type { TypedCustomer } from './contact-fields.ts';
import { customerName } from '../../../kit/customer-words.ts';
import { CustomerSheet } from './CustomerSheet.tsx';
import { EditCustomer } from './EditCustomer.tsx';
import { FindCustomer } from './FindCustomer.tsx';
import { NewCustomer } from './NewCustomer.tsx';

export interface CustomerPanelProps {
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

/** Nobody has said who buys yet: find them, or make them. */
function ChooseCustomer({ cart, onClose }: Pick<CustomerPanelProps, 'cart' | 'onClose'>) {
  const { customers } = useRegister();
  const [begun, setBegun] = useState<TypedCustomer | null>(null);
  const { busy, problem, save } = useSave();

  async function create(fields: TillFields): Promise<void> {
    const id = uuidv7();
    if (!(await save(id, fields))) return;
    cart.setCustomer(id);
    onClose();
  }
  function choose(chosen: Customer): void {
    cart.setCustomer(chosen.id);
    void customers.serve(chosen);
    onClose();
  }

  if (begun === null)
    return (
      <SidePanel key="find" title={words('customer.title')} onClose={onClose}>
        <FindCustomer onChoose={choose} onNew={setBegun} />
      </SidePanel>
    );
  return (
    <SidePanel key="new" title={words('customer.new')} onClose={() => setBegun(null)}>
      <NewCustomer begun={begun} problem={problem} busy={busy} onCreate={(fields) => void create(fields)} />
    </SidePanel>
  );
}

/** The customer of the sale: found, made, looked at, changed and taken off. */
export function CustomerPanel({ cart, state, customer, onClose }: CustomerPanelProps) {
  const [isEditing, setEditing] = useState(false);
  const { busy, problem, save } = useSave();
  const takeOff = () => (cart.setCustomer(null), onClose());
  async function keep(fields: TillFields): Promise<void> {
    const { customerId } = state;
    if (customerId === null || Object.keys(fields).length === 0 || (await save(customerId, fields))) setEditing(false);
  }
  if (state.customerId === null) return <ChooseCustomer cart={cart} onClose={onClose} />;
  if (customer === undefined)
    return (
      <SidePanel title={words('customer.title')} onClose={onClose}>
        <p className={side.text}>{words('customer.unknownText')}</p>
        <Button variant="default" size="lg" disabled={state.paying !== null} onClick={takeOff}>
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
      <CustomerSheet customer={customer} isPaying={state.paying !== null} onEdit={() => setEditing(true)} onTakeOff={takeOff} />
    </SidePanel>
  );
}
