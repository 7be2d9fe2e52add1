import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Router } from 'wouter';
import { createStore } from 'zustand/vanilla';
import { cardPaymentOf, cardRefundOf } from '../../../test/support/examples.ts';
import type { CardRefund } from '../../../domain/payments/card-refund.ts';
import { cardPaymentDocument, cardRefundDocument } from '../../../domain/payments/documents.ts';
import { RegisterProvider } from '../../kit/register-context.tsx';
import type { RegisterServices, StoreView } from '../../kit/register-services.ts';
import { OpenCardRefunds } from './OpenCardRefunds.tsx';

const PAYMENT = cardPaymentOf({ status: 'booked', receiptNumber: 'A1-000007' });
const REFUND = cardRefundOf({ amountMinor: 4_250, status: 'refunded' });

function shown(...refunds: readonly CardRefund[]): string {
  const services = {
    identity: { registerId: 'R1', storeId: 'S1' },
    view: createStore(
      () =>
        ({
          documents: new Map([[cardPaymentDocument.kind, new Map([[PAYMENT.id, PAYMENT]])]]),
          current: new Map([[cardRefundDocument.kind, new Map(refunds.map((one) => [one.id, one]))]]),
          store: null,
        }) as unknown as StoreView,
    ),
  } as unknown as RegisterServices;
  return renderToStaticMarkup(
    <MantineProvider withCssVariables={false} withGlobalClasses={false}>
      <Router ssrPath="/">
        <RegisterProvider value={services}>
          <OpenCardRefunds />
        </RegisterProvider>
      </Router>
    </MantineProvider>,
  ).replace(/<[^>]+>/g, '|');
}

it('[E2] a refund that no return has recorded is shown with its receipt, and leads to returns', () => {
  for (const status of ['started', 'refunded'] as const) {
    const text = shown({ ...REFUND, status });
    expect(text).toContain('Receipt A1-000007: $42.50');
    expect(text).toContain('|Finish the return|');
    expect(text.includes('|The terminal does not answer: read its slip|')).toBe(status === 'started');
  }
});

it('is of this register, and nothing is shown where there is none', () => {
  expect(shown({ ...REFUND, registerId: 'R2' })).toBe('');
  expect(shown()).toBe('');
});
