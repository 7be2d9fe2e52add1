import type { ReplayResult } from '../domain/office/office-protocol.ts';
import type { NoticeTone } from '../src-renderer/kit/Notice.tsx';

/** What came of a replay, in one or two sentences. */
export function replaySentence(results: readonly ReplayResult[]): { readonly tone: NoticeTone; readonly text: string } {
  const applied = results.filter((result) => result.outcome === 'applied').length;
  const left = results.filter((result) => result.outcome !== 'applied');
  const done =
    applied === 0
      ? ''
      : `${applied === 1 ? '1 operation has' : `${applied} operations have`} had its effect now.`.replace(
          /operations have had its/,
          'operations have had their',
        );
  const notes = [...new Set(results.flatMap((result) => (result.outcome === 'applied' ? (result.message ?? []) : [])))].slice(0, 3);
  if (left.length === 0) return { tone: 'good', text: [done, ...notes].join(' ') };
  const reasons = [...new Set(left.flatMap((result) => result.message ?? []))].slice(0, 3);
  const stays = `${left.length === 1 ? '1 stays as it was' : `${left.length} stay as they were`}: ${reasons.join(' ')}`;
  return { tone: 'warn', text: [done, ...notes, stays].filter((part) => part !== '').join(' ') };
}
