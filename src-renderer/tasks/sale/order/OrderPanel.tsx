import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Customer } from '../../../../domain/customers/customer.ts';
import type { SaleOrderFulfillment } from '../../../../domain/sale-orders/sale-order.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { refusalSentence } from '../../../kit/sentences.ts';
import { words } from '../../../../texts/words/words.ts';
import type { CounterLine } from '../cart-lines.ts';
import side from '../side/SidePanel.module.css';
import { SidePanel } from '../side/SidePanel.tsx';
import { SideProblem } from '../side/SideProblem.tsx';
import { AddressForm } from './AddressForm.tsx';
import { canBeOrdered } from './order-line.ts';
import { orderedWords } from './order-words.ts';
import { OrderWays } from './OrderWays.tsx';
import { canBeReached } from './who-is-missing.ts';

export interface OrderPanelProps {
  readonly line: CounterLine;
  readonly customerId: string | null;
  /** Who buys, as far as this device knows them. */
  readonly customer: Customer | undefined;
  /** Orders units of the line; null hands it over after all. */
  readonly onOrder: (quantity: number, fulfillment: SaleOrderFulfillment | null) => void;
  /** Opens the panel of the customer, and comes back. */
  readonly onCustomer: () => void;
  readonly onClose: () => void;
}

/** What is missing before somebody can be told that their goods are there; null where nothing is. */
function whatIsMissing({ line, customerId, customer }: OrderPanelProps): string | null {
  if (!canBeOrdered(line)) return words('saleOrder.notThis');
  if (customerId === null) return words('saleOrder.whoGets');
  return canBeReached(customer) ? null : words('saleOrder.reachMissing');
}

/** Saves the address in the profile of the customer first: the order names the customer alone. */
function useShip({ customerId, onOrder }: OrderPanelProps, quantity: number) {
  const { customers } = useRegister();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    busy,
    problem,
    async ship(shipTo: NonNullable<Customer['shipTo']>): Promise<void> {
      if (customerId === null) return;
      setBusy(true);
      const saved = await customers.save(customerId, { shipTo });
      setBusy(false);
      if (saved.ok) onOrder(quantity, { kind: 'ship' });
      else setProblem(refusalSentence(saved.refusal));
    },
  };
}

/** Orders goods of a line that are not here, or are not taken along: shipped, or picked up in a store. They are paid with this sale. */
export function OrderPanel(props: OrderPanelProps) {
  const { line, customer, onOrder, onCustomer, onClose } = props;
  const [quantity, setQuantity] = useState(line.quantity);
  const [isShipping, setShipping] = useState(false);
  const { busy, problem, ship } = useShip(props, quantity);
  const missing = whatIsMissing(props);
  const title = words('saleOrder.title', { name: line.name });
  if (isShipping)
    return (
      <SidePanel key="address" title={title} onClose={() => setShipping(false)}>
        <AddressForm known={customer?.shipTo ?? null} problem={problem} busy={busy} onShip={(address) => void ship(address)} />
      </SidePanel>
    );
  return (
    <SidePanel key="ways" title={title} onClose={onClose}>
      <p className={side.text}>{words('saleOrder.text')}</p>
      {line.order != null && (
        <>
          <p className={side.text}>{orderedWords(line.order.fulfillment)}</p>
          <Button data-first variant="default" size="lg" onClick={() => onOrder(line.quantity, null)}>
            {words('saleOrder.takeAlong')}
          </Button>
        </>
      )}
      {line.order == null && missing !== null && <SideProblem>{missing}</SideProblem>}
      {line.order == null && missing !== null && canBeOrdered(line) && (
        <Button data-first size="lg" onClick={onCustomer}>
          {words('saleOrder.chooseCustomer')}
        </Button>
      )}
      {line.order == null && missing === null && (
        <>
          {line.quantity > 1 && (
            <NumberInput
              label={words('saleOrder.howMany')}
              min={1}
              max={line.quantity}
              clampBehavior="strict"
              allowDecimal={false}
              hideControls
              value={quantity}
              onChange={(entered) => typeof entered === 'number' && setQuantity(entered)}
            />
          )}
          <OrderWays
            sku={line.sku}
            quantity={quantity}
            onShip={() => setShipping(true)}
            onPickup={(fulfillment) => onOrder(quantity, fulfillment)}
          />
        </>
      )}
    </SidePanel>
  );
}
