import type { DrawerHandedOver } from '../../../domain/shift/shift.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { knownWords, words } from '../../../texts/words/words.ts';

/** A line to sign on, with a name below it. */
const signature = (name: string): PaperPart[] => [note(''), note(''), RULE, note(`${words('printer.signature')}: ${name}`)];

/**
 * The slip of a drawer that changed hands: from whom, to whom, what was counted and the difference, for both to sign. Whoever is not there
 * does not sign.
 * @param top what stands above it. @param nameOf the name of a person; null is everybody who worked there.
 */
export function handoverPaper(
  { fromId, toId, currency, countedMinor, expectedMinor, denominations, reason, isAbsent }: DrawerHandedOver,
  top: readonly PaperPart[],
  nameOf: (associateId: string | null) => string,
): Paper {
  const title = words('shift.handoverSlip');
  const money = (minor: number) => formatMoney(minor, currency);
  return {
    title,
    parts: [
      ...top,
      head(title, 'large'),
      RULE,
      figure(words('shift.handedFrom'), nameOf(fromId)),
      figure(words('shift.handedBy'), nameOf(toId)),
      RULE,
      ...(denominations ?? []).map(({ valueMinor, count }) => figure(`${count} × ${money(valueMinor)}`, money(count * valueMinor))),
      figure(words('shift.counted'), money(countedMinor), 'large'),
      figure(words('shift.expected'), money(expectedMinor)),
      figure(words('shift.difference'), money(countedMinor - expectedMinor), 'strong'),
      ...(reason === null ? [] : [note(knownWords(`differenceReason.${reason}`) ?? reason)]),
      ...(isAbsent ? [note(words('shift.wasAbsent', { name: nameOf(fromId) }))] : signature(nameOf(fromId))),
      ...signature(nameOf(toId)),
    ],
  };
}
