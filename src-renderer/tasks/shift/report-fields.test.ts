import { describe, expect, it } from 'vitest';
import type { ReportCase, ShiftReport } from '../../../domain/reports/report.ts';
import type { TerminalTotals } from '../../../domain/payments/terminal-totals.ts';
import { shiftReport, totalsOf } from '../../../domain/reports/shift-report.ts';
import { cashMoved, drawerOpened, shiftClosed, trainingStarted } from '../../../domain/shift/operations.ts';
import { JournalBuilder, wholeOf } from '../../../test/support/journal-builder.ts';
import { factsOf } from '../../../test/support/facts.ts';
import { textOf } from '../../../test/support/receipts.ts';
import { reportPaper } from './report-paper.ts';
import type { ReportFacts } from './report-parts.ts';

const CASE: ReportCase = { departmentOf: () => 'Tea', hourOf: () => 10, pricesIncludeTax: false };
const BY_TERMINAL = (scheme: string, paid: number, refunded: number) => ({
  ...{ scheme, currency: 'USD' },
  paid: { count: 1, minor: paid },
  refunded: { count: refunded === 0 ? 0 : 1, minor: refunded },
});
const TERMINAL: TerminalTotals = {
  ...{ result: 'told', terminalId: 'V400m-1', isOfShift: true },
  brands: [{ ...BY_TERMINAL('visa', 4_400, 200), paid: { count: 2, minor: 4_400 } }, BY_TERMINAL('mc', 250, 0)],
};
const FACTS: ReportFacts = {
  nameOf: (id) => (id === null ? '–' : 'Maria Huber'),
  storeName: 'Outpost Mitte',
  register: 'A1',
  timezone: 'Europe/Berlin',
  blind: false,
  terminal: TERMINAL,
};
const NOW = '2026-03-02T16:00:00.000Z';

/** What no builder of journals can sell. */
const BESIDES: Partial<ShiftReport> = {
  discounts: { promotion: { count: 2, minor: -150 }, price_override: { count: 1, minor: -50 } },
  giftCardsSold: { count: 1, minor: 2_500 },
  deposits: { count: 4, minor: 100 },
  depositsBack: { count: 2, minor: 50 },
  exempt: { count: 1, minor: 900 },
  roundingMinor: -2,
  tips: { ANA: 300 },
  terminals: { 'V400m-1': { count: 3, minor: 4_200 } },
  brands: { 'V400m-1': { visa: { paid: { count: 2, minor: 4_400 }, refunded: { count: 1, minor: 200 } } } },
  offlineCards: { count: 1, minor: 700 },
  unansweredCards: { count: 1, minor: 800 },
};
const TENDERS: ShiftReport['tenders'] = [
  { kind: 'card', scheme: 'visa', paid: { count: 3, minor: 4_400 }, refunded: { count: 1, minor: 200 } },
  { kind: 'gift_card', scheme: null, paid: { count: 1, minor: 1_000 }, refunded: { count: 0, minor: 0 } },
  { kind: 'store_credit', scheme: null, paid: { count: 2, minor: 600 }, refunded: { count: 1, minor: 1_500 } },
];

/** A shift as the journal has it, open or closed, with what it also may hold. */
function reported(isClosed: boolean): ShiftReport {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  journal.openShift();
  journal.takeBack(journal.sell([['A', 2]]), 1);
  journal.receipts += 1;
  journal.sell([['B', 1]]);
  const move = (kind: 'pay_in' | 'pay_out' | 'drop', amountMinor: number, reason: string | null, bag: string | null) =>
    journal.record({ type: cashMoved.type, payload: { kind, currency: 'USD', amountMinor, reason, bag } });
  move('pay_in', 500, 'found', null);
  move('pay_out', 300, 'cleaning', null);
  move('drop', 400, null, 'B-17');
  journal.record({ type: drawerOpened.type, payload: { reason: 'check_drawer' } });
  journal.record({ type: trainingStarted.type, payload: {} });
  const x = () => shiftReport(wholeOf(journal.operations), journal.shiftId ?? '', CASE);
  if (isClosed) {
    const before = { totals: { ...totalsOf(x(), null), zNumber: 6, grandSalesMinor: 50_000 }, hash: '9f2c'.repeat(16) };
    journal.record({
      type: shiftClosed.type,
      payload: {
        countedMinor: 12_000,
        expectedMinor: 12_240,
        denominations: [{ valueMinor: 2_000, count: 6 }],
        reason: 'wrong_change',
        leftMinor: 10_000,
        bag: 'B-18',
        terminal: TERMINAL,
        totals: totalsOf(x(), before),
      },
    });
  }
  const report = x();
  const reduced = { count: 2, minor: 600 };
  const cleared = { count: 1, minor: 900 };
  for (const sum of Object.values(report.associates)) Object.assign(sum, { reduced: 2, cleared: 1, overrides: 1 });
  return { ...report, ...BESIDES, reduced, cleared, tenders: [...report.tenders, ...TENDERS] };
}

const paper = (isClosed: boolean, blind = false) => textOf(reportPaper(reported(isClosed), { ...FACTS, blind }, NOW));
const X = paper(false, true);
const Z = paper(true);

const NO_FISCAL_DEVICE = 'not applicable: Outpost drives no fiscal device, and says so in its export';

/** The fields of the table of fields of X and Z reports, in its order; a row of it may have several. Null: not on that report. */
const FIELDS: readonly (readonly [field: string, onX: RegExp | null, onZ: RegExp | string])[] = [
  ['business day and Z number (never reset, no gaps)', /Business day \| Mar 2, 2026/, /Business day \| Mar 2, 2026/],
  ['business day and Z number (never reset, no gaps)', null, /^Z report 7$/m],
  [
    'X number or "X - no reset"',
    /^X report\n.* 5:00 PM\nAn X report resets nothing\.$/m,
    'not applicable: an X report alone resets nothing',
  ],
  [
    'register, store, opened/closed by, opened/closed at',
    /Store \| Outpost Mitte\nRegister \| A1/,
    /Store \| Outpost Mitte\nRegister \| A1/,
  ],
  [
    'register, store, opened/closed by, opened/closed at',
    /Opened \| Maria Huber, Mar 2.* 11:00 AM/,
    /Opened \| Maria Huber, Mar 2.* 11:00 AM/,
  ],
  ['register, store, opened/closed by, opened/closed at', null, /Closed \| Maria Huber, Mar 2.* 11:00 AM/],
  ['opening float', /^Float \| \$100\.00$/m, /^Float \| \$100\.00$/m],
  ['gross sales, count', /Sales before discounts \(2\) \| \$30\.00/, /Sales before discounts \(2\) \| \$30\.00/],
  ['returns, count', /Returns \(1\) \| -\$10\.80/, /Returns \(1\) \| -\$10\.80/],
  ['net sales', /Net sales \| \$18\.00/, /Net sales \| \$18\.00/],
  ['discounts by kind, count', /Promotion \(2\) \| -\$1\.50\nPrice changed \(1\) \| -\$0\.50/, /Promotion \(2\) \| -\$1\.50/],
  ['tax by rate: net, tax, gross', /8%: net \$20\.00, gross \$21\.60 \| \$1\.60/, /8%: net \$20\.00, gross \$21\.60 \| \$1\.60/],
  ['exempt sales', /Sold without tax \(1\) \| \$9\.00/, /Sold without tax \(1\) \| \$9\.00/],
  [
    'tenders by kind: count and amount, refunds apart',
    /Visa \(3\) \| \$44\.00\nVisa, given back \(1\) \| -\$2\.00/,
    /Cash \(2\).*\nCash, given back \(1\) \| -\$10\.80/,
  ],
  ['card by brand and terminal, terminal totals, difference', /Visa \(3\)/, /Visa \(3\)/],
  ['card by brand and terminal, terminal totals, difference', /Terminal V400m-1 \(3\) \| \$42\.00/, /Terminal V400m-1 \(3\) \| \$42\.00/],
  [
    'card by brand and terminal, terminal totals, difference',
    /Terminal V400m-1, its own totals \(4\) \| \$44\.50\nDifference, terminal less till \| \$2\.50/,
    /its own totals \(4\) \| \$44\.50\nDifference, terminal less till \| \$2\.50\nMastercard: till \$0\.00, terminal \$2\.50 \| \$2\.50/,
  ],
  ['gift card sold, redeemed, cashed out', /Gift cards sold \(1\) \| \$25\.00/, /Gift cards sold \(1\) \| \$25\.00/],
  ['gift card sold, redeemed, cashed out', /Gift card \(1\) \| \$10\.00/, /Gift card \(1\) \| \$10\.00/],
  ['gift card sold, redeemed, cashed out', null, 'not applicable: the till pays no balance of a gift card out'],
  ['store credit issued, redeemed', /Store credit, given back \(1\) \| -\$15\.00/, /Store credit, given back \(1\) \| -\$15\.00/],
  ['store credit issued, redeemed', /Store credit \(2\) \| \$6\.00/, /Store credit \(2\) \| \$6\.00/],
  ['deposits in and out', /Deposits \(4\) \| \$1\.00[\s\S]*deposits paid back \(2\) \| -\$0\.50/, /deposits paid back \(2\) \| -\$0\.50/],
  ['tips by associate', /Tips · Maria Huber \| \$3\.00/, /Tips · Maria Huber \| \$3\.00/],
  ['cash rounding sum (own line, not over/short)', /Rounding \| -\$0\.02/, /Rounding \| -\$0\.02/],
  ['paid in, paid out with reasons', /Pay in: Money was found \| \$5\.00\nPay out: Cleaning \| -\$3\.00/, /Pay out: Cleaning \| -\$3\.00/],
  ['safe drops', /To the safe: B-17 \| -\$4\.00/, /To the safe: B-17 \| -\$4\.00/],
  ['expected cash', null, /Expected in the drawer \| \$122\.40/],
  ['counted cash by denomination', null, /6 × \$20\.00 \| \$120\.00/],
  ['over/short and reason', null, /Difference \| -\$2\.40\nReason of the difference \| Wrong change/],
  ['left in drawer, to bank, bag number', null, /Left in the drawer \| \$100\.00\nThe rest, to the safe, bag B-18 \| \$20\.00/],
  [
    'voids before payment, voided lines, price overrides, no-sale drawer openings: count, amount, by whom',
    /made fewer \| 2 · \$6\.00\nSales given up \| 1 · \$9\.00/,
    /made fewer \| 2 · \$6\.00/,
  ],
  [
    'voids before payment, voided lines, price overrides, no-sale drawer openings: count, amount, by whom',
    /Prices changed by hand \| 1 · -\$0\.50\nDrawer opened without a sale \| 1 · Check/,
    /Prices changed by hand/,
  ],
  [
    'voids before payment, voided lines, price overrides, no-sale drawer openings: count, amount, by whom',
    /Maria Huber \| \$.*\n {2}Sales \| 2\n {2}Returns \| 1\n {2}Lines.* \| 2/,
    / {2}Prices changed by hand \| 1\n {2}Drawer .* \| 1/,
  ],
  ['training sales: apart, never in totals', /Trainings \| 1/, /Trainings \| 1/],
  [
    'first and last receipt number, number of receipts, gaps explained',
    /Receipts \(3\) \| A1-000001 to A1-000004/,
    /Receipts \(3\) \| A1-000001 to A1-000004/,
  ],
  [
    'first and last receipt number, number of receipts, gaps explained',
    /In between, of other drawers \| 1/,
    /In between, of other drawers \| 1/,
  ],
  ['perpetual grand total before and after (FR GTP)', null, /Grand total before \| \$500\.00\nGrand total, only grows \| \$532\.40/],
  ['offline card approvals not yet settled', /Cards taken without the bank \| 1 · \$7\.00/, /Cards taken without the bank \| 1 · \$7\.00/],
  ['unknown card attempts', /Cards without an answer \| 1 · \$8\.00/, /Cards without an answer \| 1 · \$8\.00/],
  ['fiscal device serial, signature counter first/last (DE, AT, IT...)', null, NO_FISCAL_DEVICE],
  ['hash of previous Z', null, /Closing before \| 9f2c 9f2c 9f2c 9f2c/],
];

describe('the fields of X and Z reports', () => {
  it.each(FIELDS)('%s', (_field, onX, onZ) => {
    if (onX !== null) expect(X).toMatch(onX);
    if (typeof onZ === 'string') expect(onZ).toMatch(/^not applicable: .{8,}/);
    else expect(Z).toMatch(onZ);
  });

  it('are those of the table, and stand on the reports that it names', () => {
    const given = factsOf('xz-report-fields');
    expect([...new Set(FIELDS.map(([field]) => field))]).toEqual(given.map(({ field }) => field));
    const missing = given.filter(({ field, on_X, on_Z }) => {
      const parts = FIELDS.filter(([name]) => name === field);
      const isOnX = parts.some(([, onX]) => onX !== null);
      const isOnZ = parts.some(([, onX, onZ]) => onZ instanceof RegExp || onX === null);
      return (on_X === 'X' && !isOnX) || (on_Z === 'Z' && !isOnZ);
    });
    expect(missing).toEqual([]);
  });

  it('an X report tells nothing of what should be in the drawer', () => {
    expect(X).not.toMatch(/Expected|Cash taken|^Cash \(/m);
  });
});
