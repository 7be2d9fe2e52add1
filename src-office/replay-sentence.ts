import type { ReplayResult } from '../domain/office/office-protocol.ts';
import { wholeReason } from '../src-renderer/kit/reason-words.ts';
import type { NoticeTone } from '../src-renderer/kit/Notice.tsx';
import { words } from '../texts/words/words.ts';

/** What came of a replay, in one or two sentences. */
export function replaySentence(results: readonly ReplayResult[]): { readonly tone: NoticeTone; readonly text: string } {
  const applied = results.filter((result) => result.outcome === 'applied').length;
  const left = results.filter((result) => result.outcome !== 'applied');
  const done = applied === 0 ? '' : words('office.applied', { count: applied });
  const told = ({ code, facts }: ReplayResult) => (code === null ? [] : [wholeReason({ code, facts: facts ?? {} })]);
  const few = (some: readonly ReplayResult[]) => [...new Set(some.flatMap(told))].slice(0, 3);
  const notes = few(results.filter((result) => result.outcome === 'applied'));
  if (left.length === 0) return { tone: 'good', text: [done, ...notes].join(' ') };
  const stays = words('office.stays', { count: left.length, reasons: few(left).join(' ') });
  return { tone: 'warn', text: [done, ...notes, stays].filter((part) => part !== '').join(' ') };
}
