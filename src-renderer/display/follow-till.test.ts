import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Channel, FromDisplay } from '../kit/customer-view/display-channel.ts';
import type { CustomerView } from '../kit/customer-view/customer-view.ts';
import { type FollowedTill, followTill } from './follow-till.ts';

const VIEW: CustomerView = { store: { name: 'Bonn', logo: null, language: 'de' }, scene: { kind: 'welcome' } };

let said: FromDisplay[];
let seen: (string | null)[];
let closed: number;
let channel: Channel;
let till: FollowedTill;
const hear = (data: unknown) => channel.onmessage?.call(channel as BroadcastChannel, { data } as MessageEvent);

beforeEach(() => {
  vi.useFakeTimers();
  [said, seen, closed] = [[], [], 0];
  channel = { postMessage: (message) => void said.push(message as FromDisplay), onmessage: null, close: () => undefined };
  till = followTill({ channel, onView: (view) => seen.push(view?.scene.kind ?? null), onClose: () => (closed += 1) });
});
afterEach(() => {
  till.stop(false);
  vi.useRealTimers();
});

it('asks at once, and every two seconds', () => {
  vi.advanceTimersByTime(4_000);
  expect(said).toEqual([{ kind: 'hello' }, { kind: 'hello' }, { kind: 'hello' }]);
});

it('shows what the till says, and that it is gone after six seconds of silence', () => {
  hear({ kind: 'view', view: VIEW });
  vi.advanceTimersByTime(5_999);
  expect(seen).toEqual(['welcome']);
  hear({ kind: 'view', view: VIEW });
  vi.advanceTimersByTime(6_000);
  expect(seen).toEqual(['welcome', 'welcome', null]);
  hear({ kind: 'view', view: VIEW });
  expect(seen.at(-1)).toBe('welcome');
});

it('says that there is no till where none ever answers', () => {
  vi.advanceTimersByTime(6_000);
  expect(seen).toEqual([null]);
});

it('leaves out what is no message of a till', () => {
  for (const noMessage of [null, { kind: 'hello' }, { kind: 'view', view: { ...VIEW, scene: { kind: 'advert' } } }]) hear(noMessage);
  expect(seen).toEqual([]);
});

it('closes when the till says so', () => {
  hear({ kind: 'close' });
  expect(closed).toBe(1);
});

it('hands on a scan, and says good-bye when its window goes', () => {
  till.scanned('4006381333931');
  till.stop(true);
  expect(said.slice(1)).toEqual([{ kind: 'scanned', code: '4006381333931' }, { kind: 'bye' }]);
  vi.advanceTimersByTime(10_000);
  expect([said.length, seen]).toEqual([3, []]);
});
