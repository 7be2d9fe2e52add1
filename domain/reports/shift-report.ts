import type { AnyOperation } from '../base/envelope.ts';
import { cashMoved, drawerHandedOver, drawerOpened, shiftClosed, shiftOpened, trainingStarted } from '../shift/operations.ts';
import { inParts } from '../exchanges/parts-of.ts';
import { movedIn } from '../shift/cash-movement.ts';
import type { ShiftTotals } from '../shift/shift.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCleared, saleCompleted, saleLineReduced, type SaleRecorded } from '../sale/operations.ts';
import { addCards } from './add-cards.ts';
import { watchClock } from './watch-clock.ts';
import { add, addReturn, addSale, none, plus, sortSums } from './add-receipts.ts';
import type { ReportCase, ShiftReport } from './report.ts';

/** A report of a shift in which nothing happened. */
function newReport(shiftId: string): ShiftReport {
  return {
    shiftId,
    currency: 'USD',
    openedAt: null,
    openedBy: null,
    businessDate: null,
    drawerId: null,
    floatMinor: 0,
    firstSeq: 1,
    lastSeq: 1,
    receipts: { first: null, last: null, count: 0 },
    sales: none(),
    gross: none(),
    discounts: {},
    taxAddedMinor: 0,
    giftCardsSold: none(),
    deposits: none(),
    depositsBack: none(),
    accountPayments: none(),
    exempt: none(),
    returns: none(),
    restockingFees: none(),
    returnedNetMinor: 0,
    voids: none(),
    taxes: [],
    tenders: [],
    terminals: {},
    brands: {},
    tips: {},
    roundingMinor: 0,
    units: 0,
    changes: [],
    cashMinor: 0,
    otherCash: {},
    moves: [],
    handovers: [],
    reduced: none(),
    cleared: none(),
    noSales: {},
    clockChanges: [],
    trainings: 0,
    approvals: {},
    offlineCards: none(),
    unansweredCards: none(),
    departments: {},
    hours: {},
    associates: {},
    closed: null,
    tipped: new Map(),
    schemes: new Map(),
  };
}

function byAssociate(report: ShiftReport, id: string | null): ShiftReport['associates'][string] {
  return (report.associates[id ?? ''] ??= {
    sales: 0,
    salesMinor: 0,
    returns: 0,
    voids: 0,
    reduced: 0,
    cleared: 0,
    overrides: 0,
    noSales: 0,
  });
}

/** Whether a person made the price of a line. */
const hasOverride = ({ lines }: SaleRecorded['payload']) =>
  lines.some(({ adjustments }) => adjustments.some(({ source }) => source === 'price_override'));

/** What each type of operation adds; the others add nothing. */
function addTo(report: ShiftReport, reportCase: ReportCase): (operation: AnyOperation) => void {
  const addCard = addCards(report);
  return (operation) => {
    addCard(operation);
    if (operation.approval !== null) plus(report.approvals, operation.approval.associateId, 1);
    if (shiftOpened.is(operation)) {
      report.openedAt = operation.at;
      report.openedBy = operation.associateId;
      report.businessDate = operation.businessDate;
      report.drawerId = operation.payload.drawerId;
      report.floatMinor = operation.payload.floatMinor;
      report.currency = operation.payload.currency;
      report.firstSeq = operation.seq;
    } else if (saleCompleted.is(operation)) {
      addSale(report, operation, reportCase);
      const who = byAssociate(report, operation.associateId);
      who.sales += 1;
      who.salesMinor += operation.payload.totalMinor;
      if (hasOverride(operation.payload)) who.overrides += 1;
    } else if (goodsReturned.is(operation)) {
      addReturn(report, operation, reportCase);
      byAssociate(report, operation.associateId)[operation.payload.isVoid ? 'voids' : 'returns'] += 1;
    } else if (saleCleared.is(operation)) {
      add(report.cleared, operation.payload.grossMinor);
      byAssociate(report, operation.associateId).cleared += 1;
    } else if (saleLineReduced.is(operation)) {
      add(report.reduced, operation.payload.grossMinor);
      byAssociate(report, operation.associateId).reduced += 1;
    } else if (drawerOpened.is(operation)) {
      plus(report.noSales, operation.payload.reason, 1);
      byAssociate(report, operation.associateId).noSales += 1;
    } else if (trainingStarted.is(operation)) {
      report.trainings += 1;
    } else if (cashMoved.is(operation)) {
      const { kind, reason, amountMinor, bag } = operation.payload;
      report.moves.push({ kind, reason, amountMinor, bag, at: operation.at, associateId: operation.associateId });
      report.cashMinor += movedIn(operation.payload);
    } else if (drawerHandedOver.is(operation)) {
      report.handovers.push({ ...operation.payload, at: operation.at });
      report.cashMinor += operation.payload.countedMinor - operation.payload.expectedMinor;
    } else if (shiftClosed.is(operation)) {
      const { at, associateId, seq, hash } = operation;
      report.closed = { ...operation.payload, at, associateId, seq, hash };
    }
  };
}

/**
 * What a shift came to, from its operations in the order of the journal: an X report while it is open, a Z report once it is closed. It
 * is one function, so that the two cannot differ. Amounts in minor units of the shift's currency.
 * @param operations of one register; those of other shifts are left out. Order is `seq`, not time: a clock may have been put back.
 */
export function shiftReport(operations: readonly AnyOperation[], shiftId: string, reportCase: ReportCase): ShiftReport {
  const report = newReport(shiftId);
  const addOne = addTo(report, reportCase);
  const seen = watchClock(report);
  for (const operation of operations) {
    const isOpening = shiftOpened.is(operation) && operation.id === shiftId;
    if (!isOpening && operation.shiftId !== shiftId) continue;
    seen(operation);
    for (const part of inParts(operation)) addOne(part);
    report.lastSeq = operation.seq;
  }
  sortSums(report);
  return report;
}

/** A closing that was signed, and its hash in the journal. */
export interface SignedClosing {
  readonly totals: ShiftTotals;
  readonly hash: string;
}

/** What is signed at the end of a shift. @param last the register's last signed closing; null where this is the first. */
export function totalsOf(report: ShiftReport, last: SignedClosing | null): ShiftTotals {
  const before = last?.totals ?? null;
  const { sales, returns, firstSeq } = report;
  return {
    zNumber: (before?.zNumber ?? 0) + 1,
    firstSeq,
    sales: sales.count,
    salesMinor: sales.minor,
    returns: returns.count,
    returnsMinor: returns.minor,
    grandSalesMinor: (before?.grandSalesMinor ?? 0) + sales.minor,
    grandReturnsMinor: (before?.grandReturnsMinor ?? 0) + returns.minor,
    previousHash: last?.hash ?? null,
  };
}

/** Cash that should be in the drawer. */
export function expectedOf({ floatMinor, cashMinor }: Pick<ShiftReport, 'floatMinor' | 'cashMinor'>): number {
  return floatMinor + cashMinor;
}

/** The one sale whose change is as much as the drawer differs, in minor units; null where none is, or several are. */
export function saleThatFits({ changes }: Pick<ShiftReport, 'changes'>, differenceMinor: number): ShiftReport['changes'][number] | null {
  const fitting = changes.filter(({ changeMinor }) => changeMinor === Math.abs(differenceMinor));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
