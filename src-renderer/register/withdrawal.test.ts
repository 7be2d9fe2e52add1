import { describe, expect, test } from 'vitest';
import { ServerRefused } from '../base/http-client.ts';
import { createConnectionState } from '../sync/connection-state.ts';
import { whenWithdrawn } from './withdrawal.ts';

const refusedAs = (code: string) => new ServerRefused(401, code, code);

describe('a register that the head office withdraws', () => {
  test.each([
    { title: 'hears of it while it works', isEarly: false },
    { title: 'has heard of it before anybody listened', isEarly: true },
  ])('$title, and acts once', ({ isEarly }) => {
    const link = createConnectionState(() => 0, null);
    let acts = 0;
    if (isEarly) link.failed(refusedAs('register_withdrawn'));
    whenWithdrawn(link.state, () => {
      acts += 1;
    });
    expect(acts).toBe(isEarly ? 1 : 0);
    link.failed(refusedAs('register_withdrawn'));
    link.retry();
    link.failed(refusedAs('register_withdrawn'));
    expect(acts).toBe(1);
  });

  test('does not act when it is refused for something else', () => {
    const link = createConnectionState(() => 0, null);
    whenWithdrawn(link.state, () => expect.unreachable());
    link.failed(refusedAs('token_unknown'));
    expect(link.isRefused()).toBe(true);
  });
});
