import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { voucherKinds } from '../../../domain/payments/settings.ts';
import { SETTINGS_DOCUMENT_OF } from '../../../domain/settings/documents.ts';
import { RegisterProvider } from '../../kit/register-context.tsx';
import type { RegisterServices, StoreView } from '../../kit/register-services.ts';
import { planPayment } from './payment-plan.ts';
import type { Payment } from './use-payment.ts';
import { VoucherForm } from './VoucherForm.tsx';

it('takes no voucher before a person has chosen its kind, though there is one alone', () => {
  const kinds = [{ id: 'center', name: 'Center voucher', amountMinor: 100 }];
  const settings = new Map([['S1', { values: { [voucherKinds.key]: kinds } }]]);
  const documents = new Map([[SETTINGS_DOCUMENT_OF.store.kind, settings]]);
  const services = {
    loadDraft: () => Promise.resolve(null),
    identity: { registerId: 'R1', storeId: 'S1' },
    view: createStore(() => ({ documents, current: new Map() }) as unknown as StoreView),
  } as unknown as RegisterServices;
  const plan = planPayment(500, [], null, NOT_ROUNDED);
  const payment = { cartId: 'C1', currency: 'USD', totalMinor: 500, tenders: [], plan } as unknown as Payment;
  const html = renderToStaticMarkup(
    <MantineProvider>
      <RegisterProvider value={services}>
        <VoucherForm payment={payment} onStart={() => undefined} onServeNext={() => undefined} />
      </RegisterProvider>
    </MantineProvider>,
  );
  expect(html).toContain('Center voucher $1.00');
  expect(html).toContain('aria-pressed="false"');
  expect(html).not.toContain('aria-pressed="true"');
  expect(html).not.toContain('type="submit"');
});
