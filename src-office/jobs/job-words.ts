import { knownWords, words } from '../../texts/words/words.ts';

/** The codes of PostgreSQL: five digits or capital letters. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What a job is called. One of a version that these words do not know keeps the name of its kind. */
export function jobWords(kind: string): string {
  return knownWords(`jobs.kind.${kind}`) ?? kind.replaceAll('_', ' ');
}

/** What went wrong with a job, by its code. */
export function jobErrorWords(code: string | null): string {
  const known = knownWords(`jobs.error.${code ?? 'failed'}`);
  if (known !== null) return known;
  return SQLSTATE.test(code ?? '') ? words('jobs.errorDatabase', { code: code ?? '' }) : words('jobs.errorCode', { code: code ?? '' });
}

/** What came of a request for jobs. @param asked how many. @param count how many were there. */
export function doneWords(action: 'retry' | 'discard', asked: number, count: number): string {
  const said = action === 'retry' ? words('jobs.retried', { count }) : words('jobs.discarded', { count });
  return count === asked ? said : `${said} ${words('jobs.restGone')}`;
}
