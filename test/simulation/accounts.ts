import { chargeAccount, roomOnAccount } from '../../domain/stored-value/on-account.ts';
import { payWithPoints, pointsToUse, type PaidByPoints } from '../../domain/loyalty/points.ts';
import type { LoyaltyBoost, LoyaltyRule } from '../../domain/loyalty/settings.ts';
import type { Known } from '../../domain/stored-value/pay-with-stored-value.ts';
import { accountId, pointsId } from '../../domain/stored-value/stored-value.ts';
import type { AccountCharge } from '../../domain/stored-value/on-account.ts';
import type { RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { CURRENCY } from './goods.ts';
import type { Person } from './person.ts';

/** What a till lets be bought on one account without the server, in minor units. */
export const ACCOUNT_CAP = 4_000;

/** Two points for each 1.00, and each pays 0.05. Without the server a till takes few. */
export const PROGRAM: LoyaltyRule = { points: 2, forMinor: 100, worthMinor: 5 };
export const POINTS_CAP = 60;

/** The days of the first months on which goods earn twice as many: those with an even number. */
export const EVEN_DAYS: LoyaltyBoost[] = Array.from({ length: 120 }, (_, day) =>
  new Date(Date.parse('2026-01-01T00:00:00.000Z') + day * 86_400_000).toISOString().slice(0, 10),
)
  .filter((date) => Number(date.slice(-2)) % 2 === 0)
  .map((date) => ({ startsOn: date, endsOn: date, times: 2, category: null }));

/** The points that goods earn on a day, by hand. @param totalMinor what they cost after all discounts, in minor units. */
export function earnedBy(totalMinor: number, date: string): number {
  return Math.floor((totalMinor * (Number(date.slice(-2)) % 2 === 0 ? 4 : 2)) / 100);
}

/** What a till knows of the account or the points of a customer; null where the machine died while it asked. */
async function knownHere({ device }: Person, services: RegisterServices, id: string): Promise<Known | null> {
  return services.findStoredValue(id).catch((error: unknown) => {
    if (device.register?.services === services) throw error;
    return null;
  });
}

/**
 * Buys on the account of a customer: as much as there is room for, and sometimes somebody lets them go over the limit.
 * @param wantedMinor what is still to be paid, in minor units. @returns null where nothing is bought on it.
 */
export async function buyOnAccount(
  person: Person,
  services: RegisterServices,
  customerId: string,
  wantedMinor: number,
): Promise<AccountCharge | null> {
  const id = accountId(customerId);
  const known = await knownHere(person, services, id);
  const room = known === null ? null : roomOnAccount(known, CURRENCY, ACCOUNT_CAP);
  if (room === null || !room.ok) return null;
  const { leftMinor, offlineMinor } = room.value;
  const isOver = person.chance.percent(10);
  const partMinor = isOver ? wantedMinor : Math.min(wantedMinor, leftMinor, offlineMinor ?? leftMinor);
  const charged = chargeAccount(id, room.value, partMinor, isOver);
  return charged.ok ? charged.value : null;
}

/** As many points of a customer as can take something off here and now; 0 for none. */
export async function pointsAtHand(person: Person, services: RegisterServices, customerId: string): Promise<number> {
  const known = await knownHere(person, services, pointsId(customerId));
  const most = known === null ? null : pointsToUse(known, POINTS_CAP);
  return most?.ok === true ? most.value : 0;
}

/** Pays with the points of a customer. @param wantedMinor what is still to be paid. @param mostMinor what they may pay. Minor units. */
export async function useThePoints(
  person: Person,
  services: RegisterServices,
  customerId: string,
  wantedMinor: number,
  mostMinor: number,
): Promise<PaidByPoints | null> {
  const id = pointsId(customerId);
  const known = await knownHere(person, services, id);
  if (known === null) return null;
  const { worthMinor } = PROGRAM;
  const paid = payWithPoints({ id, known, currency: CURRENCY, wantedMinor, mostMinor, worthMinor, offlineCap: POINTS_CAP });
  return paid.ok ? paid.value : null;
}
