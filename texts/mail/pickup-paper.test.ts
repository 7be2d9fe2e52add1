import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { inLanguage } from '../words/chosen-language.ts';
import { LANGUAGES } from '../words/languages.ts';
import { mailOfPaper } from './mail-of-paper.ts';
import { PICKUP_NEWS, type PickupFacts, pickupPaper, pickupWords } from './pickup-paper.ts';

const QR = `OPQ1.${'A'.repeat(80)}.${'B'.repeat(103)}`;
const facts: PickupFacts = {
  news: 'ready',
  order: fulfillmentOrderOf({
    kind: 'pickup',
    orderNumber: 'WEB-7',
    customer: { name: 'Ada Kent', email: 'ada@example.com', phone: null },
    lines: [
      fulfillmentLineOf({ name: 'Watering can', quantity: 3, picked: 2, short: 1, totalMinor: 3000 }),
      fulfillmentLineOf({ lineNo: 2, name: 'Rake', quantity: 1, short: 1 }),
    ],
    state: { status: 'ready', stagingLocation: 'P3', at: AT },
  }),
  store: { name: 'Outpost Broadway', address: '1 Broadway, New York', timezone: 'America/New_York' },
  until: Date.parse('2026-03-12T02:00:00.000Z'),
  qr: QR,
};
const mail = (given: Partial<PickupFacts> = {}) => {
  const told = { ...facts, ...given };
  return mailOfPaper(pickupPaper(told), 'en', pickupWords(told));
};

describe('what a customer is told of a pickup', () => {
  it('is where it is, what is in the bag, until when it waits, and the code as a picture', () => {
    const { text, html, pictures } = mail();
    expect(text).toContain('Hello Ada Kent, your order WEB-7 is ready. You can fetch it at Outpost Broadway.');
    expect(text).toContain('Watering can  2 ×');
    expect(text).not.toContain('Rake');
    expect(text).toContain('It waits for you until Wednesday, March 11, 2026.');
    expect(pictures).toEqual([{ kind: 'code', data: QR, cid: 'picture-1' }]);
    // Nobody types so long a code: it is not read aloud either.
    expect(html).toContain('<img src="cid:picture-1" width="285" height="285" alt="">');
  });

  it('leaves out what there is not', () => {
    const { text, pictures } = mail({ qr: null, until: null });
    expect(text).not.toContain('Show this code');
    expect(text).not.toContain('until');
    expect(pictures).toEqual([]);
  });

  it.each([
    ['WEB-7', 'The web shop gives it back, the way you paid.'],
    ['A1-000042/1', 'A store gives it back. Please bring your receipt.'],
  ])('[M1] is what comes back, and from whom, where nobody fetched order %s', (orderNumber, sentence) => {
    const lines = facts.order.lines.map((line) => (line.lineNo === 1 ? { ...line, short: 3, toRefund: 2 } : line));
    const order = { ...facts.order, orderNumber, lines, state: { status: 'expired' as const, at: AT } };
    const { text } = mail({ news: 'expired', order, qr: null });
    expect(text).toContain('You get $20.00 back.');
    expect(text).toContain(sentence);
    expect(text).toContain('Watering can  2 ×');
  });

  it('is told in every language, each news in words of its own', () => {
    const subjects = LANGUAGES.flatMap((language) =>
      PICKUP_NEWS.map((news) => inLanguage(language, () => pickupWords({ ...facts, news }).subject)),
    );
    expect(new Set(subjects).size).toBe(9);
    for (const subject of subjects) expect(subject).toContain('WEB-7');
  });
});
