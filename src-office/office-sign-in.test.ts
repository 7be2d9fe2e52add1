import { describe, expect, it } from 'vitest';
import type { SignedInUser } from '../domain/access/access-protocol.ts';
import type { OfficeOverview } from '../domain/office/office-protocol.ts';
import type { OfficeClient } from './base/office-client.ts';
import { OfficeFailure } from './base/office-failure.ts';
import { createOfficeSignIn } from './office-sign-in.ts';

const user = (name: string, duty: SignedInUser['duty'] = null): SignedInUser => ({
  id: `user-${name}`,
  name,
  scopes: ['office.read'],
  secondFactor: false,
  recoveryCodesLeft: 0,
  duty,
});
const overviewOf = (name: string) => ({ name }) as unknown as OfficeOverview;

/** A page, its kept token, and for each token the answers that its client still waits for. */
function page(kept: string | null = null) {
  let token = kept;
  const asked: { by: string; answer(overview: OfficeOverview): void; fail(error: Error): void }[] = [];
  const left: string[] = [];
  const clientOf = (by: string) =>
    ({
      overview: () => new Promise((answer, fail) => asked.push({ by, answer, fail })),
      signOut: () => Promise.resolve(left.push(by)).then(() => Promise.reject(new Error('The server is away.'))),
    }) as unknown as OfficeClient;
  const signIn = createOfficeSignIn(
    { readToken: () => token, keepToken: (given) => void (token = given), forgetToken: () => void (token = null) },
    clientOf,
  );
  return { signIn, asked, left, shown: () => signIn.state.getState(), token: () => token };
}

describe('who works at the head office', () => {
  it('is the user whose token the tab has kept, until they leave; the server is told', async () => {
    const { signIn, asked, left, shown, token } = page('user_ada');
    const refreshed = signIn.refresh();
    asked[0]?.answer(overviewOf('Ada'));
    await refreshed;
    expect(shown()).toMatchObject({ overview: { name: 'Ada' }, duty: null, trouble: null });
    signIn.signOut();
    expect([shown(), token(), left]).toEqual([{ client: null, duty: null, overview: null, trouble: null }, null, ['user_ada']]);
  });

  it.each([
    ['an overview', (one: ReturnType<typeof page>['asked'][number]) => one.answer(overviewOf('Ada'))],
    ['the end of the sign-in', (one: ReturnType<typeof page>['asked'][number]) => one.fail(new OfficeFailure('signed_out', 'Gone.'))],
    ['a duty', (one: ReturnType<typeof page>['asked'][number]) => one.fail(new OfficeFailure('duty', 'First.', 'change_password'))],
    ['a failure', (one: ReturnType<typeof page>['asked'][number]) => one.fail(new OfficeFailure('unreachable', 'Away.'))],
  ])('%s that comes late for who has left changes nothing for the next user', async (_what, come) => {
    const { signIn, asked, shown, token } = page('user_ada');
    const late = signIn.refresh();
    signIn.signOut();
    signIn.signIn({ token: 'user_eve', user: user('Eve') });
    const before = shown();
    if (asked[0] !== undefined) come(asked[0]);
    await late;
    expect([shown(), token()]).toEqual([before, 'user_eve']);
    expect([before.overview, before.duty, before.trouble]).toEqual([null, null, null]);
  });

  it('is nobody once the server says so, and why is shown', async () => {
    const { signIn, asked, shown, token } = page('user_ada');
    const refreshed = signIn.refresh();
    asked[0]?.fail(new OfficeFailure('signed_out', 'You are not signed in any more.'));
    await refreshed;
    expect([shown(), token()]).toEqual([{ client: null, duty: null, overview: null, trouble: 'You are not signed in any more.' }, null]);
  });

  it('has to do first what the server demands, at the sign-in and later', async () => {
    const { signIn, asked, shown } = page();
    signIn.signIn({ token: 'user_ada', user: user('Ada', 'change_password') });
    expect(shown().duty).toBe('change_password');
    const done = signIn.refresh();
    asked[0]?.answer(overviewOf('Ada'));
    await done;
    expect(shown().duty).toBeNull();
    const { client } = shown();
    if (client === null) throw new Error('Nobody is signed in.');
    expect(signIn.explain(client, new OfficeFailure('duty', 'First.', 'set_up_second_factor'))).toBe('First.');
    expect(shown()).toMatchObject({ duty: 'set_up_second_factor', overview: { name: 'Ada' } });
  });

  it('asks nothing while nobody is signed in', async () => {
    const { signIn, asked } = page();
    await signIn.refresh();
    expect(asked).toEqual([]);
  });
});
