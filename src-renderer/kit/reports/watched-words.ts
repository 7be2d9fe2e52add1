import { NOBODY } from '../../../domain/reports/report-protocol.ts';
import type { TillReportAnswer, WatchedItem } from '../../../domain/reports/report-protocol.ts';
import { locale } from '../../../texts/words/chosen-language.ts';
import { knownWords, words } from '../../../texts/words/words.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import type { WatchedKind } from '../../../domain/reports/watched.ts';
import type { ReportNames } from './report-source.ts';

/** Names for the ids of an answer. Who or what it does not name is called by its id. */
export function namesIn({ people, registers }: Pick<TillReportAnswer, 'people' | 'registers'>): ReportNames {
  return {
    person: (id) => (id === null || id === '' || id === NOBODY ? words('tillReport.nobody') : (people[id] ?? id)),
    register: (id) => registers[id] ?? id,
  };
}

/** Whether money is a part of it. */
export function hasAmount(kind: WatchedKind): boolean {
  return kind !== 'no_sale' && kind !== 'training';
}

/** A reason by its code; one that no catalog knows names itself. */
export function watchedReason(reason: string | null): string | null {
  if (reason === null) return null;
  const known = ['cashReason', 'priceReason', 'postVoidReason', 'voidReason', 'returnReason'].map((group) =>
    knownWords(`${group}.${reason}`),
  );
  return known.find((one) => one !== null) ?? reason.replaceAll('_', ' ');
}

/** How often in 100 sales, as people write it; null where nothing was sold to compare with. */
export function rateWords(count: number, sales: number): string | null {
  if (sales === 0) return null;
  const rate = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format((count / sales) * 100);
  return words('tillReport.per100', { rate });
}

/** What an entry is called: by its receipt, or by its place in the journal. */
export function entryName({ receiptNumber, seq, registerId }: WatchedItem, names: ReportNames): string {
  return receiptNumber ?? words('tillReport.entryOf', { seq, register: names.register(registerId) });
}

/** When, where and by whom it was done, why, and who allowed it. */
export function entryDetails(item: WatchedItem, names: ReportNames, timezone: string): string {
  const { at, registerId, associateId, reason, approvedBy, origin } = item;
  return [
    formatExactMoment(at, timezone),
    words('tillReport.atRegister', { register: names.register(registerId) }),
    names.person(associateId),
    watchedReason(reason),
    approvedBy === null ? null : words('tillReport.allowedBy', { name: names.person(approvedBy) }),
    origin === null ? null : words('tillReport.cameFrom', { origin }),
  ]
    .filter((one) => one !== null)
    .join(' · ');
}
