import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCustomerFeed, type CustomerFeed } from './customer-feed.ts';
import { type Channel, type DisplayServer, type FromTill, serveDisplays } from './display-channel.ts';

let feed: CustomerFeed;
let posted: FromTill[];
let scanned: string[];
let channel: Channel;
let server: DisplayServer;
const say = (data: unknown) => channel.onmessage?.call(channel as BroadcastChannel, { data } as MessageEvent);
const isOpen = () => server.state.getState().isOpen;
const greet = (name: string) =>
  feed.setTill({ store: { name, logo: null, language: 'de' }, register: feed, isOpen: true, isStaffed: true });

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  scanned = [];
  channel = { postMessage: (message) => void posted.push(message as FromTill), onmessage: null, close: () => undefined };
  feed = createCustomerFeed((work) => work());
  server = serveDisplays(feed, channel, (code) => scanned.push(code));
  greet('Bonn');
});
afterEach(() => {
  server.stop();
  vi.useRealTimers();
});

it('says nothing before a display is there', () => {
  greet('Ulm');
  expect([posted, isOpen()]).toEqual([[], false]);
});

it('answers each display that asks, and tells it every change', () => {
  say({ kind: 'hello' });
  expect(posted.at(-1)).toEqual({
    kind: 'view',
    view: { store: { name: 'Bonn', logo: null, language: 'de' }, scene: { kind: 'welcome' } },
  });
  expect(isOpen()).toBe(true);
  const before = posted.length;
  greet('Ulm');
  expect(posted).toHaveLength(before + 1);
  say({ kind: 'hello' });
  greet('Bonn');
  expect(posted).toHaveLength(before + 3);
});

it.each([
  ['was closed', () => say({ kind: 'bye' })],
  ['is silent for six seconds', () => vi.advanceTimersByTime(6_000)],
])('stops when the display %s', (_what, leave) => {
  say({ kind: 'hello' });
  vi.advanceTimersByTime(5_999);
  say({ kind: 'hello' });
  expect(isOpen()).toBe(true);
  leave();
  const before = posted.length;
  greet('Ulm');
  expect([isOpen(), posted.length]).toEqual([false, before]);
});

it('takes what was scanned into the display, and nothing that is no message', () => {
  say({ kind: 'scanned', code: '4006381333931' });
  for (const noMessage of [null, 'hello', { kind: 'scanned', code: '' }, { kind: 'view' }]) say(noMessage);
  expect([scanned, posted, isOpen()]).toEqual([['4006381333931'], [], false]);
});

it('tells displays to close', () => {
  server.closeDisplays();
  expect(posted).toEqual([{ kind: 'close' }]);
});
