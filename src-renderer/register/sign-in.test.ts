import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Associate, PinHash } from '../../domain/associates/associate.ts';
import type { BadgeUse } from '../../domain/associates/settings.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import type { PinsState } from '../kit/register-services.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { createSignIn } from './sign-in.ts';

const SALT = '00'.repeat(16);
const SECRET = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const BADGE = `OPB1BENBENBE${SECRET}`;
const slowHash = (secret: string) => ({
  salt: SALT,
  iterations: 10,
  hash: pbkdf2Sync(secret, Buffer.from(SALT, 'hex'), 10, 32, 'sha256').toString('hex'),
});
const associate = (id: string, pin: string) =>
  ({
    id,
    name: id,
    role: 'associate',
    pin: slowHash(pin),
    badge: id === 'BEN' ? { selector: 'BENBENBE', secret: slowHash(SECRET) } : null,
  }) as unknown as Associate;
const people = new Map([
  ['ANA', associate('ANA', '1111')],
  ['BEN', associate('BEN', '2222')],
  ['CAT', associate('CAT', '3333')],
]);

function device() {
  const kept = new Map<string, unknown>();
  const noted: OperationRequest[] = [];
  const notes: DeviceNotes = {
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, value) => Promise.resolve(void kept.set(name, value)),
    writeBehind: (name, value) => void kept.set(name, value),
  };
  const fetched: string[] = [];
  const asked: string[] = [];
  const openPin = (id: string, pin: unknown) => (id === 'CAT' ? Promise.reject(new Error('another key')) : Promise.resolve(pin as PinHash));
  const here = new Map(people);
  const server: { complete: boolean; pins: PinsState; badges: BadgeUse } = { complete: true, pins: { status: 'valid' }, badges: 'sign_in' };
  const start = () =>
    createSignIn({
      findAssociate: (id) => here.get(id),
      associates: () => [...here.values()],
      badgeUse: () => server.badges,
      isComplete: () => server.complete,
      pins: () => server.pins,
      notes,
      now: () => 0,
      record: (request) => noted.push(request),
      openPin,
      onUnreadable: () => fetched.push('again'),
      onEnded: () => asked.push('server'),
    });
  return { noted, fetched, asked, here, kept, server, start };
}

describe('signing in', () => {
  it('says that the PINs have to be fetched again when the device has lost the key to them, and counts no wrong try', async () => {
    const { fetched, start } = device();
    const signIn = start();
    for (let time = 0; time < 9; time += 1) expect(await signIn.signInWithPin('CAT', '3333')).toBe('pins_unreadable');
    expect(fetched).toHaveLength(9);
    expect(await signIn.signInWithPin('ANA', '1111')).toBe('right');
  });

  it('notes in the journal that another person took over, also after a restart, and nothing else', async () => {
    const { noted, start } = device();
    const before = start();
    await before.signInWithPin('ANA', '1111');
    before.signOut();
    await before.signInWithPin('BEN', '1111');
    await before.signInWithPin('ANA', '1111');
    expect(noted).toEqual([]);
    before.signOut();
    await before.signInWithPin('BEN', '2222');
    const after = start();
    await after.signInWithPin('BEN', '2222');
    after.signOut();
    await after.signInWithPin('ANA', '1111');
    expect(noted).toEqual([
      { type: 'associate_switched', payload: { from: 'ANA', to: 'BEN' } },
      { type: 'associate_switched', payload: { from: 'BEN', to: 'ANA' } },
    ]);
    expect(after.state.getState().associate?.id).toBe('ANA');
  });

  it('[A1] signs somebody out at once whom the head office has blocked or removed, and lets them in no more', async () => {
    const { here, server, start } = device();
    const signIn = start();
    await signIn.signInWithPin('ANA', '1111');
    here.delete('ANA');
    server.complete = false;
    signIn.refresh();
    expect(signIn.state.getState().associate?.id).toBe('ANA');
    server.complete = true;
    signIn.refresh();
    expect(signIn.state.getState().associate).toBeNull();
    expect(await signIn.signInWithPin('ANA', '1111')).toBe('wrong_pin');
    expect(await signIn.checkPin('ANA', '1111')).toBe('wrong_pin');
    expect(signIn.state.getState().associate).toBeNull();
  });

  it('[A1] counts no PIN of somebody who is removed while it is checked', async () => {
    const { here, start } = device();
    const signIn = start();
    const [entering, approving] = [signIn.signInWithPin('ANA', '1111'), signIn.checkPin('ANA', '1111')];
    here.delete('ANA');
    expect([await entering, await approving]).toEqual(['wrong_pin', 'wrong_pin']);
    expect(signIn.state.getState().associate).toBeNull();
  });

  it('[A1] takes over what the head office has changed about somebody who is signed in', async () => {
    const { here, start } = device();
    const signIn = start();
    await signIn.signInWithPin('ANA', '1111');
    here.set('ANA', { ...associate('ANA', '1111'), role: 'manager' });
    signIn.refresh();
    expect(signIn.state.getState().associate?.role).toBe('manager');
  });

  it('[A1] takes no PIN while they have ended, counts no try, and leaves whoever is signed in', async () => {
    const { kept, server, start } = device();
    const signIn = start();
    await signIn.signInWithPin('ANA', '1111');
    server.pins = { status: 'ending', days: 1 };
    signIn.refresh();
    expect(signIn.state.getState()).toMatchObject({ pins: server.pins, associate: { id: 'ANA' } });
    expect(await signIn.checkPin('BEN', '2222')).toBe('right');
    server.pins = { status: 'ended' };
    for (let time = 0; time < 9; time += 1) expect(await signIn.checkPin('BEN', '0000')).toBe('pins_ended');
    expect(await signIn.signInWithPin('BEN', '2222')).toBe('pins_ended');
    expect(kept.has('wrong-pins')).toBe(false);
    expect(signIn.state.getState()).toMatchObject({ pins: { status: 'ended' }, associate: { id: 'ANA' } });
    server.pins = { status: 'valid' };
    expect(await signIn.signInWithPin('BEN', '2222')).toBe('right');
  });

  it('[A1] asks the server at once when PINs have ended, and each later try: a clock that was wrong for a moment is mended', async () => {
    const { asked, server, start } = device();
    const signIn = start();
    signIn.refresh();
    expect(asked).toEqual([]);
    server.pins = { status: 'ended' };
    signIn.refresh();
    signIn.refresh();
    expect(asked).toHaveLength(1);
    await signIn.signInWithPin('ANA', '1111');
    expect(asked).toHaveLength(2);
  });
});

describe('signing in by badge', () => {
  const WRONG = `OPB1BENBENBE${SECRET.replace('A', 'B')}`;

  it('[A1] signs in whoever has it, and notes in the journal that they took over', async () => {
    const { noted, start } = device();
    const signIn = start();
    await signIn.signInWithPin('ANA', '1111');
    expect(await signIn.signInWithBadge(BADGE)).toBe('right');
    expect(signIn.state.getState().associate?.id).toBe('BEN');
    expect(noted.map(({ payload }) => payload)).toEqual([{ from: 'ANA', to: 'BEN' }]);
  });

  it('signs nobody in where badges do not count, or where the PINs have ended', async () => {
    const { server, start } = device();
    const signIn = start();
    server.badges = 'nothing';
    expect(await signIn.signInWithBadge(BADGE)).toBe('badges_off');
    server.badges = 'sign_in_and_approve';
    server.pins = { status: 'ended' };
    expect(await signIn.signInWithBadge(BADGE)).toBe('pins_ended');
    expect(signIn.state.getState().associate).toBeNull();
  });

  it.each([
    ['a wrong secret', WRONG],
    ['the badge of nobody', `OPB1AAAAAAAA${SECRET}`],
    ['a part of a badge', BADGE.slice(0, -1)],
    ['a withdrawn badge', `OPB1ANAANAAN${SECRET}`],
  ])('counts %s like a wrong PIN', async (_what, code) => {
    const signIn = device().start();
    for (let time = 0; time < 4; time += 1) expect(await signIn.signInWithBadge(code)).toBe('wrong_pin');
    expect(await signIn.signInWithPin('ANA', '9999')).toBe('wrong_pin');
    expect(await signIn.signInWithBadge(BADGE)).toBe('too_many_tries');
    expect(await signIn.signInWithPin('ANA', '1111')).toBe('too_many_tries');
  });

  it('is over for somebody who is removed while it is checked', async () => {
    const { here, start } = device();
    const signIn = start();
    const checked = signIn.signInWithBadge(BADGE);
    here.delete('BEN');
    expect(await checked).toBe('wrong_pin');
  });
});
