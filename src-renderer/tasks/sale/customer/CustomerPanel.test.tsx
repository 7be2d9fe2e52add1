import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { unnamedCustomer } from '../../../../domain/customers/customer.ts';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import type { KnownCustomers } from '../../../kit/customer-services.ts';
import { RegisterProvider } from '../../../kit/register-context.tsx';
import type { RegisterServices, StoreView } from '../../../kit/register-services.ts';
import { CustomerPanel } from './CustomerPanel.tsx';

const SAMPLE = { ...unnamedCustomer('C1'), name: 'Sample', cardNumber: 'L-2000' };
const STAYS = 'This sale is being paid. Choose the customer in the next one.';

/** The text of the panel on a sale of that customer. */
async function shown(customerId: string | null, isPaying: boolean, card: string | null = null): Promise<string> {
  const cart = await cartOn(counterDevice());
  cart.setCustomer(customerId);
  cart.add(product);
  if (isPaying) cart.pay({ lines: [], totalMinor: 100, taxMinor: 0, coupons: [] });
  const services = {
    identity: { registerId: 'R1', storeId: 'S1' },
    view: createStore(() => ({ store: null, documents: new Map(), current: new Map() }) as unknown as StoreView),
    customers: {
      state: createStore<KnownCustomers>(() => ({ told: new Map(), changed: new Map() })),
      search: (typed: string) => (typed === 'L-2000' ? [SAMPLE, { ...SAMPLE, id: 'C2', name: 'Example' }] : []),
    },
  } as unknown as RegisterServices;
  const html = renderToStaticMarkup(
    <MantineProvider>
      <RegisterProvider value={services}>
        <CustomerPanel
          card={card}
          cart={cart}
          state={cart.state.getState()}
          customer={customerId === SAMPLE.id ? SAMPLE : undefined}
          onClose={() => undefined}
        />
      </RegisterProvider>
    </MantineProvider>,
  );
  return html.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, '|');
}

it.each([
  ['nobody yet', null],
  ['somebody', 'C1'],
  ['somebody whom this device does not know', 'C9'],
])('says that the customer stays while the sale of %s is being paid', async (_who, customerId) => {
  expect(await shown(customerId, true)).toContain(STAYS);
  expect(await shown(customerId, false)).not.toContain(STAYS);
});

it.each([null, 'C1'])('shows everybody who has the card that was scanned, also where %s is on the sale', async (customerId) => {
  const text = await shown(customerId, false, 'L-2000');
  expect(text).toContain('Sample');
  expect(text).toContain('Example');
});
