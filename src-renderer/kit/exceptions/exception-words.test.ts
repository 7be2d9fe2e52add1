import { afterEach, describe, expect, it } from 'vitest';
import { exceptionKind } from '../../../domain/exceptions/exception.ts';
import type { FactsOf } from '../../../domain/exceptions/facts.ts';
import { EXCEPTION_GUIDE } from '../../../domain/exceptions/guide.ts';
import { exceptionOf } from '../../../test/support/examples.ts';
import { chosenLanguage } from '../../../texts/words/chosen-language.ts';
import { LANGUAGES } from '../../../texts/words/languages.ts';
import { choiceSentence, exceptionMeaning, exceptionName, whatHappened } from './exception-words.ts';

const AFTER_END = { order: 'WEB-7', status: 'expired' };
const GOODS = [{ sku: '100417', name: 'Watering can', quantity: 41, onHand: null }];
const FACTS: FactsOf = {
  handed_over_after_end: AFTER_END,
  handed_over_twice: { order: 'WEB-7', code: 'used' },
  handed_over_too_many: { order: 'WEB-7' },
  handed_over_on_withdrawn_code: { order: 'WEB-7', associate: 'A1' },
  shipped_after_end: AFTER_END,
  shipped_twice: { order: 'WEB-7', tracking: '1Z999' },
  shipped_too_many: { order: 'WEB-7' },
  picked_after_end: AFTER_END,
  picked_by_two: { order: 'WEB-7', picker: 'A1', other: '' },
  picked_too_many: { order: 'WEB-7', line: 3, known: 'yes' },
  returned_more_than_bought: { on: 'receipt', number: 'A1-000009' },
  unknown_fulfillment_order: { what: 'order_shipped', number: 'WEB-7' },
  unknown_receipt: { receipt: 'A1-000009' },
  unknown_sku: { receipt: 'A1-000009', sku: 'NEW' },
  pickup_moved: { order: 'WEB-7', store: 'Downtown' },
  promise_moved: { order: 'WEB-7', method: 'pickup' },
  returned_other_goods: { line: 3, number: 'A1-000009', bought: 'A', returned: 'B' },
  cash_not_in_drawer: { receipt: 'A1-000009', shift: 'closed' },
  card_not_covered: { receipt: 'A1-000009', payment: 'P1', trouble: 'unknown' },
  card_money_doubtful: { payment: 'P1', money: 'stayed', terminal: 'silent' },
  stored_value_not_covered: { receipt: 'A1-000009', card: 'SV-4821-0f', trouble: 'balance' },
  account_not_covered: { receipt: 'A1-000009', account: 'AC-0f', trouble: 'balance' },
  points_not_covered: { receipt: 'A1-000009', points: 120, trouble: 'balance' },
  coupon_used_too_often: { receipt: 'A1-000009', by: 'code', coupon: 'CP-4821-0f', promotion: 'XMAS', uses: 2, most: 1 },
  other_currency: { receipt: 'A1-000009', currency: 'EUR', drawer: 'USD' },
  shift_not_closed: { shift: 'other_register' },
  unknown_associate: { what: 'order_shipped', associate: 'ghost' },
  order_not_placed: { order: 'A1-000009/1', receipt: 'A1-000009', amount: '12.50 USD', trouble: 'unknown_sku' },
  order_waits: { order: 'A1-000009/1', receipt: 'A1-000009', amount: '12.50 USD' },
  rules_ask_nobody: { order: 'WEB-7', version: 3, why: 'no_rule' },
  refunded_after_departure: { order: 'A1-000009/1', receipt: 'A1-000009', amount: '12.50 USD' },
  business_date_off: { what: 'order_shipped', date: '2019-01-01', today: '2026-03-02' },
  count_wanted: { order: 'WEB-7', reason: 'damaged', sku: '100417' },
  approved_by_badge: { what: 'sale_completed', associate: 'M1' },
  empties_off_catalog: { receipt: 'A1-000009', paid: '3.00 EUR', due: '2.75 EUR' },
  no_receipt_off_policy: { receipt: 'A1-000009', trouble: 'customer_limit', paid: '30.00 EUR', most: '12.50 EUR' },
  not_allowed: { what: 'order_shipped', signedIn: 'yes', associate: 'A7', role: 'picker' },
};
/** Facts that a sentence chooses by, or names in its own language; the receipt names the account by its customer. */
const NOT_SHOWN = [
  'why',
  'by',
  'status',
  'known',
  'on',
  'method',
  'shift',
  'trouble',
  'reason',
  'what',
  'signedIn',
  'role',
  'account',
  'money',
  'terminal',
  'code',
];

describe('the words for exceptions', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));

  it.each(exceptionKind.options)('[J5] %s has a name, a plain explanation, and choices that differ', (kind) => {
    const { choices } = EXCEPTION_GUIDE[kind];
    expect(exceptionName(kind)).toMatch(/^[A-Z].{8,}[^.]$/);
    expect(exceptionMeaning(kind)).toMatch(/^[A-Z].{20,}\.$/);
    const sentences = choices.map(({ id }) => choiceSentence(kind, id));
    expect(sentences).not.toContain(null);
    expect(new Set(sentences).size).toBe(choices.length);
  });

  it('has none for a choice of another kind', () => {
    expect(choiceSentence('promise_moved', 'left_twice')).toBeNull();
  });

  it.each(exceptionKind.options)('[J5] %s tells all its facts in every language', (kind) => {
    const facts = FACTS[kind];
    const sentences = LANGUAGES.map((language) => {
      chosenLanguage.setState({ language });
      return whatHappened(exceptionOf({ kind, facts }), GOODS);
    });
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
    const shown = Object.entries(facts).filter(([name]) => !NOT_SHOWN.includes(name));
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[^{}_]{20,}\.$/);
      for (const [, fact] of shown) expect(sentence).toContain(String(fact));
    }
  });

  it.each([
    ['handed_over_after_end', AFTER_END, 'Order WEB-7 was handed over, but it had not been picked up in time by then.'],
    ['handed_over_after_end', { ...AFTER_END, status: 'of_later' }, 'Order WEB-7 was handed over, but it had ended by then.'],
    [
      'picked_by_two',
      FACTS.picked_by_two,
      'Marcus picked 41 (Watering can) for order WEB-7, and Somebody has this order. Marcus has goods to put back.',
    ],
    ['handed_over_twice', FACTS.handed_over_twice, 'Order WEB-7 was handed over against a pickup code that had been used before.'],
    [
      'handed_over_twice',
      { order: 'WEB-7' },
      'Order WEB-7 was handed over, but a counter had closed it before: its goods had left the store, or were not wanted.',
    ],
    ['picked_too_many', FACTS.picked_too_many, 'More was picked for line 3 of order WEB-7 than it asks for: 41 (Watering can).'],
    ['not_allowed', { ...FACTS.not_allowed, signedIn: 'no' }, 'A register recorded a shipment while nobody was signed in.'],
    ['not_allowed', FACTS.not_allowed, 'A7 recorded a shipment, which the role Picker may not do without a colleague, or not at all.'],
  ] as const)('says of %s what %j tells', (kind, facts, sentence) => {
    expect(whatHappened(exceptionOf({ kind, facts }), GOODS, (id) => (id === 'A1' ? 'Marcus' : undefined))).toBe(sentence);
  });

  it('chooses by facts in a language from right to left too', () => {
    chosenLanguage.setState({ language: 'ar' });
    const told = (status: string) => whatHappened(exceptionOf({ kind: 'picked_after_end', facts: { order: 'W', status } }), []);
    expect(new Set(['cancelled', 'expired', 'rejected', 'shipped'].map(told)).size).toBe(4);
  });

  it('shows the stored sentence of what was written before there were facts, and nothing where facts are missing', () => {
    const explanation = 'Two handovers of WEB-1.';
    expect(whatHappened(exceptionOf({ facts: null, explanation }), GOODS)).toBe(explanation);
    expect(whatHappened(exceptionOf({ facts: {} }), GOODS)).toBe('');
  });
});
