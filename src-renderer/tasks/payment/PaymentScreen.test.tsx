import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { approvalOf, cartLineOf, saleOf } from '../../../test/support/examples.ts';
import type { CardAttempt } from '../../../domain/payments/card-attempt.ts';
import type { CardPaymentsState, CardTrailStep, OpenCardPayment, TerminalState } from '../../kit/card-services.ts';
import { RegisterProvider } from '../../kit/register-context.tsx';
import type { RegisterServices, StoreView } from '../../kit/register-services.ts';
import { cardTender } from './card-face.ts';
import { PaymentScreen } from './PaymentScreen.tsx';
import { planPayment } from './payment-plan.ts';
import type { Payment } from './use-payment.ts';

const TOTAL = 23_884;
const ROUNDING = { incrementMinor: 5, mode: 'half_up', refunds: 'rounded', tiny: 'rounded' } as const;

function cardOf(attempt: Partial<CardAttempt>, trail: readonly CardTrailStep['state'][] = []): OpenCardPayment {
  return {
    id: 'P1',
    cartId: 'C1',
    currency: 'USD',
    startedAt: 0,
    refundOf: null,
    attempt: { state: 'sent', serviceId: 'S1', terminalId: 'T1', amountMinor: 10_000, approval: null, condition: null, ...attempt },
    trail: trail.map((state, index) => ({ state, at: index })),
    alarm: false,
    isUnsaved: false,
  };
}

/** What the screen says with these card payments and this cash, as the text of its parts. */
function shown(
  cards: readonly OpenCardPayment[],
  givenMinor: number | null,
  terminal: TerminalState['status'] = 'ready',
  blocked: string | null = null,
) {
  const services = {
    loadDraft: () => Promise.resolve(null),
    identity: { registerId: 'R1', storeId: 'S1' },
    view: createStore(() => ({ documents: new Map(), current: new Map() }) as unknown as StoreView),
    cards: { state: createStore<CardPaymentsState>(() => ({ payments: new Map(cards.map((one) => [one.id, one])) })) },
    terminal: createStore(() => ({ status: terminal, label: 'T1', why: 'no_terminal' })),
  } as unknown as RegisterServices;
  const tenders = cards.map((one) => cardTender(one, false));
  const payment: Payment = {
    cartId: 'C1',
    totalMinor: TOTAL,
    currency: 'USD',
    cashRounding: ROUNDING,
    pointsMostMinor: 0,
    customerId: null,
    plan: planPayment(TOTAL, tenders, givenMinor, ROUNDING),
    tenders,
    foreignNotes: [],
    cash: givenMinor === null ? '' : (givenMinor / 100).toFixed(2),
    isCashWrong: false,
    isOpen: true,
    holdsMoney: tenders.length > 0,
    setCash: () => undefined,
    open: () => undefined,
    close: () => undefined,
  };
  const { lines } = saleOf([cartLineOf()]);
  const html = renderToStaticMarkup(
    <MantineProvider>
      <RegisterProvider value={services}>
        <PaymentScreen
          payment={payment}
          priced={{ lines, totalMinor: TOTAL, taxMinor: 0 }}
          field={{ current: null }}
          hint={null}
          blocked={blocked}
          problem={null}
          busy={false}
          next={[]}
          onStart={() => undefined}
          onServeNext={() => undefined}
          onComplete={() => undefined}
        />
      </RegisterProvider>
    </MantineProvider>,
  );
  const complete = /<button[^>]*>(?:(?!<\/button>).)*Complete sale/.exec(html)?.[0] ?? '';
  return { text: html.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, '|'), canComplete: !complete.includes('disabled=""') };
}

const approval = approvalOf({ authorizedMinor: 10_000, scheme: 'Visa', lastFour: '4410', approvalCode: '08412A' });

describe('the screen of a payment', () => {
  it('[M3] plans cash with its rounding, and says what is left', () => {
    const { text, canComplete } = shown([], null);
    expect(text).toContain('$238.84');
    expect(text).toContain('$238.84 due, rounded by $0.01');
    expect(text).toContain('$238.84 is left to pay.');
    expect(canComplete).toBe(false);
    expect(shown([], 24_000).canComplete).toBe(true);
  });

  it('[E2] a missing answer offers no second try, no other card and no completion', () => {
    const { text, canComplete } = shown([cardOf({ state: 'asking' }, ['intent', 'sent', 'asking'])], 20_000);
    expect(text).toContain('may have been charged');
    expect(text).toContain('Keep the sale waiting');
    expect(text).toContain('Waiting for the card: $100.00');
    expect(text).not.toMatch(/Try again|by card|Back to the sale/);
    expect(canComplete).toBe(false);
  });

  it('[E2] where nobody can tell, another tender is a step of its own', () => {
    const { text, canComplete } = shown([cardOf({ state: 'unknown' }, ['intent', 'sent', 'asking', 'unknown'])], 30_000);
    expect(text).toContain('Take another tender');
    expect(text).not.toContain('Try again');
    expect(canComplete).toBe(false);
  });

  it('[E2] where nothing was sent, it may be tried again', () => {
    const { text } = shown([cardOf({ state: 'not_charged', condition: 'NotReachable' }, ['intent', 'sent', 'not_charged'])], null);
    expect(text).toContain('Nothing was sent, so nothing was taken.');
    expect(text).toContain('Try again');
  });

  it('[E2] a card that was taken counts, may go back, and leaves the rest to pay', () => {
    const { text, canComplete } = shown([cardOf({ state: 'approved', approval }, ['intent', 'sent', 'approved'])], null);
    expect(text).toContain('Visa ···· 4410');
    expect(text).toContain('Give back');
    expect(text).toContain('$138.84 is left to pay.');
    expect(text).toContain('Take $138.84 by card');
    expect(text).toContain('they stay as they are');
    expect(canComplete).toBe(false);
    expect(shown([cardOf({ state: 'approved', approval })], 14_000).canComplete).toBe(true);
  });

  it('takes no more tenders than a sale can record with its cash, and says so', () => {
    const taken = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...cardOf({ state: 'approved', amountMinor: 100, approval: approvalOf({ authorizedMinor: 100 }) }, ['intent', 'sent', 'approved']),
        id: `P${index}`,
      }));
    const declined = { ...cardOf({ state: 'not_charged', condition: 'NotReachable' }, ['intent', 'sent', 'not_charged']), id: 'D1' };
    const sentence = 'A sale takes 18 tenders besides cash. Take the rest in cash, or undo one of them.';
    const full = shown(taken(18), null).text;
    expect(full).toContain(sentence);
    expect(full).not.toContain('Number of the gift card');
    expect(full).not.toMatch(/Take \$[\d.]+ by card/);
    expect(shown([...taken(17), declined], null).text).not.toContain(sentence);
    expect(shown(taken(18), 24_000).canComplete).toBe(true);
  });

  it('takes no money before an item that did not scan is dealt with, and says so', () => {
    const { text, canComplete } = shown([], 24_000, 'ready', 'An item is not in the sale yet.');
    expect(text).toContain('An item is not in the sale yet.');
    expect(text).not.toContain('by card');
    expect(canComplete).toBe(false);
  });

  it('offers no card where the register takes none, and says why a terminal cannot be asked', () => {
    const { text } = shown([], null, 'absent');
    expect(text).not.toContain('by card');
    expect(text).toContain('Number of the gift card');
    expect(shown([], null, 'unreachable').text).toContain('The terminal cannot be reached now.');
  });
});
