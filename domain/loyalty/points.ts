import { z } from 'zod';
import { portionOf } from '../base/money.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { loadsStoredValue } from '../pricing/loads-stored-value.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { NamedTender, RefundTender, Tender } from '../payments/tender.ts';
import type { Known } from '../stored-value/pay-with-stored-value.ts';

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What a return did: the points that its goods had earned are taken back, and those that had paid are given back. */
export const returnedPoints = z.strictObject({ takenBack: count, givenBack: count });

export type ReturnedPoints = z.infer<typeof returnedPoints>;

export interface PayWithPoints {
  /** See `pointsId`. */
  readonly id: string;
  readonly known: Known;
  readonly currency: string;
  /** What is to be paid, in minor units, at least 1. */
  readonly wantedMinor: number;
  /** See {@link mostByPoints}. */
  readonly mostMinor: number;
  /** What a point pays, in minor units. */
  readonly worthMinor: number;
  /** As many as may be used without the server. */
  readonly offlineCap: number;
}

/** Points as a tender, and how many they are. */
export interface PaidByPoints {
  readonly tender: NamedTender;
  readonly points: number;
}

/** How many points can be used now, or why none can. */
export function pointsToUse(known: Known, offlineCap: number): Result<number, Refusal> {
  const { value } = known;
  if (value === null) return refuse(known.from === 'server' ? 'points_missing' : 'points_offline');
  if (value.balanceMinor <= 0 || value.isBlocked) return refuse('points_missing');
  const most = known.from === 'server' ? value.balanceMinor : Math.min(value.balanceMinor, offlineCap - known.takenMinor);
  return most > 0 ? accept(most) : refuse('points_offline');
}

/**
 * What points may pay of a sale, in minor units: its goods and services. A gift card or a payment on an account would turn them into
 * money.
 */
export function mostByPoints(lines: readonly Pick<SaleLine, 'kind' | 'totalMinor'>[]): number {
  return lines.reduce((sum, { kind, totalMinor }) => sum + (loadsStoredValue(kind) ? 0 : totalMinor), 0);
}

/** Decides what points pay: only as many whole points as the rest of the sale needs. They give no change. */
export function payWithPoints(request: PayWithPoints): Result<PaidByPoints, Refusal> {
  const { id, known, currency, wantedMinor, mostMinor, worthMinor, offlineCap } = request;
  if (!Number.isSafeInteger(wantedMinor) || wantedMinor < 1) return refuse('amount_not_valid');
  const usable = pointsToUse(known, offlineCap);
  if (!usable.ok) return usable;
  const points = worthMinor === 0 ? 0 : Math.min(usable.value, Math.floor(Math.min(wantedMinor, mostMinor) / worthMinor));
  if (points === 0) return refuse('points_missing');
  const state = known.from === 'server' ? 'accepted' : 'offline';
  return accept({ tender: { kind: 'points', currency, amountMinor: points * worthMinor, tipMinor: 0, reference: id, state }, points });
}

/** What points took off a line, in minor units. */
export function takenOffLine({ adjustments }: Pick<SaleLine, 'adjustments'>): number {
  return -adjustments.reduce((sum, { source, amountMinor }) => sum + (source === 'reward' ? amountMinor : 0), 0) || 0;
}

/** What points took off a sale, in minor units; 0 where none did. */
export function takenOffByPoints(lines: readonly Pick<SaleLine, 'adjustments'>[]): number {
  return lines.reduce((sum, line) => sum + takenOffLine(line), 0);
}

/** A line of a sale, with the units that come back. */
export interface PointsLine {
  /** What its units earned. */
  readonly points: number;
  readonly lineQuantity: number;
  readonly returned: number;
  /** Units that come back now; 0 for none. */
  readonly quantity: number;
  /** What points took off all of its units, in minor units. */
  readonly takenOffMinor: number;
}

interface PointsSale {
  readonly tenders: readonly Tender[];
  readonly refundedTo: Readonly<Record<string, number>> | null;
  readonly usedPoints: number;
}

/** The points that go back with the refund of a tender of points. */
function givenBackByTender({ tenders, refundedTo, usedPoints }: PointsSale, refund: readonly RefundTender[]): number {
  const paid = tenders.find(({ kind }) => kind === 'points');
  const backMinor = refund.reduce((sum, one) => sum + (one.kind === 'points' ? one.amountMinor : 0), 0);
  if (paid === undefined || backMinor === 0) return 0;
  const before = paid.kind === 'cash' || paid.reference === null ? 0 : (refundedTo?.[paid.reference] ?? 0);
  return portionOf(usedPoints, paid.amountMinor, before, backMinor);
}

/** The points that go back with the units that they made cheaper, by what they took off these. */
function givenBackByLines({ usedPoints }: PointsSale, lines: readonly PointsLine[]): number {
  const whole = lines.reduce((sum, one) => sum + one.takenOffMinor, 0);
  if (whole === 0) return 0;
  const share = (one: PointsLine, from: number, units: number) => portionOf(one.takenOffMinor, one.lineQuantity, from, units);
  const before = lines.reduce((sum, one) => sum + share(one, 0, Math.min(one.returned, one.lineQuantity)), 0);
  const back = lines.reduce((sum, one) => sum + share(one, one.returned, one.quantity), 0);
  return portionOf(usedPoints, whole, before, back);
}

/**
 * What a return does to points, so that all returns of a sale add up to what the sale did.
 * @param lines all lines of the sale, also those of which nothing comes back.
 * @param tenders what the refund is paid out with.
 */
export function pointsOfReturn(sale: PointsSale, lines: readonly PointsLine[], tenders: readonly RefundTender[]): ReturnedPoints | null {
  const takenBack = lines.reduce((sum, one) => sum + portionOf(one.points, one.lineQuantity, one.returned, one.quantity), 0);
  const givenBack = givenBackByTender(sale, tenders) + givenBackByLines(sale, lines);
  return takenBack === 0 && givenBack === 0 ? null : { takenBack, givenBack };
}
