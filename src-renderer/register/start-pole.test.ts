import { beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { poleDisplaySetting } from '../../domain/device/settings.ts';
import type { PoleReply, PoleText } from '../../domain/device/pole.ts';
import { SETTINGS_DOCUMENT_OF } from '../../domain/settings/documents.ts';
import type { Devices, HostState } from '../devices/devices.ts';
import { createCustomerFeed, type CustomerFeed } from '../kit/customer-view/customer-feed.ts';
import { startPole } from './start-pole.ts';

let feed: CustomerFeed;
let host: StoreApi<HostState>;
let reply: PoleReply;
let shown: string[];
let view: Parameters<typeof startPole>[0]['view'];
let documents: Map<string, Map<string, unknown>>;
const greet = (name: string) =>
  feed.setTill({ store: { name, logo: null, language: 'en' }, register: feed, isOpen: true, isStaffed: true });
const heard = () => new Promise((resolve) => setTimeout(resolve));
const devices = (): Pick<Devices, 'call' | 'state'> => ({
  state: host,
  call: (_method, [, text]) => {
    shown.push((text as PoleText)[1].start);
    return Promise.resolve({ ok: true, value: reply });
  },
});
const start = () => startPole({ identity: { registerId: 'R1', storeId: 'S1', storeName: 'S', prefix: 'A' }, view }, devices(), feed);

function set(value: object): void {
  const { kind } = SETTINGS_DOCUMENT_OF.register;
  documents = new Map([[kind, new Map([['R1', { id: 'R1', values: { [poleDisplaySetting.key]: value } }]])]]);
  view.store.setState({ documents } as never);
}

beforeEach(() => {
  feed = createCustomerFeed((work) => work());
  host = createStore<HostState>(() => ({ status: 'open' }));
  reply = { kind: 'sent' };
  shown = [];
  documents = new Map();
  view = {
    reader: { get: (document: { kind: string }, id: string) => documents.get(document.kind)?.get(id) },
    store: createStore(() => ({ documents })),
  } as never;
  greet('Bonn');
});

it('shows nothing without a display, or on a device without a host', () => {
  start();
  set({ driver: 'none' });
  host.setState({ status: 'not_paired' });
  set({ driver: 'simulator' });
  greet('Ulm');
  expect(shown).toEqual([]);
});

it('shows each new text once, from the moment at which there is a display', () => {
  const stop = start();
  set({ driver: 'simulator' });
  greet('Bonn');
  greet('Ulm');
  stop();
  greet('Bonn');
  expect(shown).toEqual(['Bonn', 'Ulm']);
});

it('sends the same text again where it did not arrive, and when the host is there again', async () => {
  set({ driver: 'simulator' });
  reply = { kind: 'not_reachable' };
  start();
  await heard();
  reply = { kind: 'sent' };
  greet('Bonn');
  await heard();
  greet('Bonn');
  host.setState({ status: 'away' });
  host.setState({ status: 'open' });
  expect(shown).toEqual(['Bonn', 'Bonn', 'Bonn']);
});
