import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { TillFields } from '../../../../domain/customers/change-customer.ts';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { words } from '../../../../texts/words/words.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import { SideProblem } from '../side/SideProblem.tsx';
import type { TypedCustomer } from './contact-fields.ts';
import { FindCustomer } from './FindCustomer.tsx';
import { NewCustomer } from './NewCustomer.tsx';
import { useSaveCustomer } from './use-save-customer.ts';

export interface ChooseCustomerProps {
  /** The card that was scanned and several customers have; null for none. */
  readonly card: string | null;
  /** Why no customer can be chosen now; null where one can. */
  readonly stays: string | null;
  /** @returns whether it is this customer from now on. */
  readonly onChoose: (customerId: string) => boolean;
  readonly onClose: () => void;
}

/** Nobody has said who the customer is yet: find them, or make them. */
export function ChooseCustomer({ card, stays, onChoose, onClose }: ChooseCustomerProps) {
  const { customers } = useRegister();
  /** Tried again, it is the same customer. */
  const [begun, setBegun] = useState<{ readonly id: string; readonly typed: TypedCustomer } | null>(null);
  const { busy, problem, save } = useSaveCustomer();

  async function create(id: string, fields: TillFields): Promise<void> {
    if ((await save(id, fields)) && onChoose(id)) onClose();
  }
  function choose(chosen: Customer): void {
    if (!onChoose(chosen.id)) return;
    void customers.serve(chosen);
    onClose();
  }

  if (begun === null)
    return (
      <SidePanel key="find" title={words('customer.title')} onClose={onClose}>
        {stays !== null && <SideProblem>{stays}</SideProblem>}
        <FindCustomer begun={card ?? ''} onChoose={choose} onNew={(typed) => setBegun({ id: uuidv7(), typed })} />
      </SidePanel>
    );
  return (
    <SidePanel key="new" title={words('customer.new')} onClose={() => setBegun(null)}>
      <NewCustomer begun={begun.typed} problem={problem ?? stays} busy={busy} onCreate={(fields) => void create(begun.id, fields)} />
    </SidePanel>
  );
}
