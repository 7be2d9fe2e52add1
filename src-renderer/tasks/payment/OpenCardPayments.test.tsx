import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { approvalOf, cardPaymentOf } from '../../../test/support/examples.ts';
import type { CardPayment } from '../../../domain/payments/card-payment.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import { RegisterProvider } from '../../kit/register-context.tsx';
import type { RegisterServices, StoreView } from '../../kit/register-services.ts';
import { OpenCardPayments } from './OpenCardPayments.tsx';

const STARTED = cardPaymentOf({ amountMinor: 10_000 });
const APPROVED: CardPayment = { ...STARTED, status: 'approved', approval: approvalOf({ authorizedMinor: 6_240 }) };

function shown(payments: readonly CardPayment[], atShiftEnd = false): string {
  const current = new Map([[cardPaymentDocument.kind, new Map(payments.map((one) => [one.id, one]))]]);
  const services = {
    identity: { registerId: 'R1', storeId: 'S1' },
    view: createStore(() => ({ documents: new Map(), current, store: null }) as unknown as StoreView),
    loadDraft: () => Promise.resolve(null),
  } as unknown as RegisterServices;
  const html = renderToStaticMarkup(
    <MantineProvider>
      <RegisterProvider value={services}>
        <OpenCardPayments atShiftEnd={atShiftEnd} />
      </RegisterProvider>
    </MantineProvider>,
  );
  return html.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, '|');
}

describe('card payments that no sale has booked', () => {
  it.each<[what: string, payment: CardPayment, says: string, offers: readonly string[]]>([
    ['charged', APPROVED, 'no sale has booked it', ['Give back']],
    ['without an answer', STARTED, 'Nobody can tell yet', ['Leave it open']],
    ['left open', { ...STARTED, leftOpen: 'shift_ends' }, 'Left open by a colleague', []],
    ['on its way back', { ...APPROVED, status: 'reversing' }, 'on its way back', []],
  ])('[E2] %s: it says so, and what may be done before the shift ends', (_what, payment, says, offers) => {
    const text = shown([payment], true);
    expect(text).toContain(payment.approval === null ? '$100.00' : '$62.40');
    expect(text).toContain(says);
    for (const one of ['Give back', 'Leave it open']) expect(text.includes(`|${one}|`), one).toBe(offers.includes(one));
  });

  it('[E2] are answered for at the end of the shift alone', () => {
    expect(shown([STARTED])).not.toContain('Leave it open');
  });

  it('are those of this register, and nothing is shown where there are none', () => {
    expect(shown([{ ...APPROVED, registerId: 'R2' }])).not.toContain('Card payments without a sale');
    expect(shown([])).not.toContain('Card payments without a sale');
  });
});
