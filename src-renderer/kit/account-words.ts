import type { StoredValue } from '../../domain/stored-value/stored-value.ts';
import { words } from '../../texts/words/words.ts';
import { formatMoney } from '../../texts/say/format-money.ts';

/** What a customer owes on their account, its limit, and what is left up to it. */
export function accountFacts({
  balanceMinor,
  limitMinor,
  currency,
}: Pick<StoredValue, 'balanceMinor' | 'limitMinor' | 'currency'>): string {
  const money = (minor: number) => formatMoney(Math.abs(minor), currency);
  const left = balanceMinor + limitMinor;
  const owed =
    balanceMinor === 0
      ? words('account.settled')
      : words(balanceMinor < 0 ? 'account.owes' : 'account.credit', { amount: money(balanceMinor) });
  return [
    owed,
    words('account.limit', { amount: money(limitMinor) }),
    words(left < 0 ? 'account.over' : 'account.left', { amount: money(left) }),
  ].join(' · ');
}
