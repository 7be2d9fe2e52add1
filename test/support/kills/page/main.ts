import { type StoreView } from '../../../../src-renderer/kit/register-services.ts';
import { associateDocument } from '../../../../domain/associates/documents.ts';
import { documentsOf } from '../../../../src-renderer/kit/register-services.ts';
import { openShift } from '../../../../domain/shift/open-shift.ts';
import type { RegisterServices } from '../../../../src-renderer/kit/register-services.ts';
import { openRegister } from '../../../../src-renderer/app/open-register.ts';
import { cartOf } from '../../../../src-renderer/tasks/sale/cart.ts';
import { counterRules, priceCart } from '../../../../src-renderer/tasks/sale/price-cart.ts';
import { counterView } from '../../counter-view.ts';
import { recordSale } from '../../../../src-renderer/tasks/sale/record-sale.ts';
import { readDisk, readMirrorUpTo } from './read-disk.ts';

/** What the page tells about an operation that it was given as durable. */
export interface Told {
  readonly seq: number;
  readonly hash: string;
  /** Null where nothing was sold. */
  readonly receiptNumber: string | null;
}

/** What the page says to its driver: `null` before a sale is recorded, and what was recorded. */
export type Said = Told | null;

/** The two ends of the line to the driver: what it adds to the page, and what it calls when it has heard. */
interface Line {
  outpostSay(said: string): void;
  outpostHeard?: () => void;
}

/** What the register is told at its start. */
export interface Opening {
  /** Used on a device that is not enrolled yet. */
  readonly code: string;
  readonly person: { readonly name: string; readonly pin: string };
}

export interface Ready {
  readonly prefix: string;
  readonly registerId: string;
  /** How the journal stood when the app looked at it. */
  readonly journal: string;
  /** The shift that had to be opened; null when it was open. */
  readonly opened: Told | null;
}

const line = globalThis as unknown as Line;
let register: RegisterServices | null = null;

function running(): RegisterServices {
  if (register === null) throw new Error('The register is not open.');
  return register;
}

/** Resolves when the driver knows. */
function report(told: Told): Promise<void> {
  return new Promise((resolve) => {
    line.outpostHeard = resolve;
    line.outpostSay(JSON.stringify(told satisfies Said));
  });
}

/** Waits until something holds of a store's state. */
function until<T>(
  store: { getState(): T; subscribe(listener: (state: T) => void): () => void },
  holds: (state: T) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    if (holds(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve();
    });
  });
}

async function openServices(code: string): Promise<RegisterServices> {
  const opened = await openRegister();
  if (opened.kind === 'ready') return opened.services;
  if (opened.kind !== 'not_enrolled') throw new Error(`The app did not open: ${opened.kind}.`);
  const enrolled = await opened.enrol(code);
  if (!enrolled.ok) throw new Error(`The device was not enrolled: ${enrolled.refusal.code}.`);
  if (enrolled.value.kind !== 'ready') throw new Error(`The register did not open: ${enrolled.value.kind}.`);
  return enrolled.value.services;
}

const associatesOf = (view: StoreView) => [...documentsOf(view, associateDocument).values()];

/** Starts the app's own register on this device, until it can sell. */
async function open({ code, person }: Opening): Promise<Ready> {
  const services = await openServices(code);
  register = services;
  await until(services.view, (view) => view.complete && associatesOf(view).some(({ name }) => name === person.name));
  const { company } = services.view.getState();
  const associates = associatesOf(services.view.getState());
  const signedIn = await services.signInWithPin(associates.find(({ name }) => name === person.name)?.id ?? '', person.pin);
  if (signedIn !== 'right') throw new Error(`Nobody signed in: ${signedIn}.`);
  const { prefix, registerId } = services.identity;
  const ready = { prefix, registerId, journal: services.sync.getState().journal };
  if (services.view.getState().openShift !== null) return { ...ready, opened: null };
  const shift = await services.record((context) => openShift(context.openShift, company?.currency ?? 'USD', 10_000));
  if (!shift.ok) throw new Error(`The shift was not opened: ${shift.refusal}.`);
  return { ...ready, opened: { seq: shift.value.seq, hash: shift.value.hash, receiptNumber: null } };
}

/** Sells for ever, as fast as the app can: a sale is begun as soon as the driver knows of the one before. */
async function sell(skus: readonly string[]): Promise<never> {
  const services = running();
  const cart = cartOf(services);
  await until(cart.state, ({ ready }) => ready);
  // What was on the counter when the machine died is put back first, as a person might do.
  cart.clear('other');
  for (let sale = 0; ; sale += 1) {
    for (let item = 0; item <= sale % 3; item += 1) {
      const product = services.catalog.product(skus[(sale + item) % skus.length] ?? '');
      if (product === undefined) throw new Error('A product is not in the catalog.');
      cart.add(product);
    }
    const view = services.view.getState();
    const counter = counterRules(counterView(view), view.openShift?.businessDate ?? '');
    if (counter === null) throw new Error('The replica does not know the company.');
    const priced = priceCart(cart.state.getState().lines, counter);
    line.outpostSay(JSON.stringify(null satisfies Said));
    const sold = await recordSale(services, cart, priced, counter, priced.totalMinor);
    if (!sold.ok) throw new Error(`The sale was refused: ${sold.refusal}.`);
    await report({ seq: sold.value.seq, hash: sold.value.hash, receiptNumber: sold.value.payload.receiptNumber });
  }
}

/** Waits until the server has confirmed everything. */
function allSent(): Promise<void> {
  return until(running().sync, ({ pending }) => pending === 0);
}

const api = { readDisk, readMirrorUpTo, open, sell, allSent };
export type KillPage = typeof api;

(globalThis as unknown as { killPage: KillPage }).killPage = api;
