import type { StoryEntry } from '../../../domain/stock/story.ts';
import { knownWords, words } from '../../../texts/words/words.ts';

/** What a movement was, and what for: `Sold · A8-000012`. A cause that no catalog knows names itself. */
export function storyWords({ cause, receiptNumber, orderNumber, reason }: StoryEntry): string {
  const why = reason === null ? null : (knownWords(`adjustReason.${reason}`) ?? knownWords(`shortPick.${reason}`));
  return [knownWords(`story.${cause}`) ?? cause.replaceAll('_', ' '), why, receiptNumber, orderNumber]
    .filter((one) => one !== null)
    .join(' · ');
}

/** By how much the stock moved: `+2 on hand`, `−1 promised`. A true minus stands before what went. */
export function movedWords({ onHand, reserved }: Pick<StoryEntry, 'onHand' | 'reserved'>, show: (units: number) => string): string {
  const signed = (units: number) => `${units < 0 ? '−' : '+'}${show(Math.abs(units))}`;
  return [
    ...(onHand === 0 ? [] : [words('story.onHand', { units: signed(onHand) })]),
    ...(reserved === 0 ? [] : [words('story.reserved', { units: signed(reserved) })]),
  ].join(', ');
}
