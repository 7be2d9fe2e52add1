import { createStore } from 'zustand/vanilla';
import type { DeviceCaller } from '../../domain/device/device-contract.ts';
import type { PayReply, PayRequest, ReverseReply, ReverseRequest, StatusReply, StatusRequest } from '../../domain/device/terminal.ts';
import type { Devices, HostState } from '../../src-renderer/devices/devices.ts';
import { approvalOf } from '../support/examples.ts';
import type { Chance } from './chance.ts';
import type { Machine } from './machine.ts';

/** What a terminal remembers of one message. */
interface Remembered {
  readonly paymentId: string;
  /** What moved, in minor units: positive for a payment, negative for what went back. */
  readonly moved: number;
  readonly pay: PayReply | null;
  readonly reverse: ReverseReply | null;
}

/** The terminal's id in a world: its registers have none set. */
const TERMINAL_ID = 'none';

/** The card terminal of a counter. It remembers, whatever becomes of the app that asks it; and its answers get lost. */
export class CardTerminal {
  private readonly ledger = new Map<string, Remembered>();
  private readonly chance: Chance;
  /** What the clock of the counter says, epoch milliseconds. */
  private readonly now: () => number;
  /** What it approved without the bank, one after the other. */
  readonly alone: { readonly at: number; readonly minor: number }[] = [];
  /** Whether it does as it likes, whatever the till demands. */
  isReckless = false;

  constructor(chance: Chance, now: () => number) {
    this.chance = chance;
    this.now = now;
  }

  /** What moved for each payment, in minor units. */
  moved(): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const { paymentId, moved } of this.ledger.values()) sums.set(paymentId, (sums.get(paymentId) ?? 0) + moved);
    return sums;
  }

  /** The way to it, as one run of the app sees it. Each message is a moment at which the app can die. */
  devicesOf(machine: Machine): Devices {
    const call: DeviceCaller = (method, [, request]) => machine.touch(() => Promise.resolve(this.meet(method, request)));
    return {
      call,
      state: createStore<HostState>(() => ({ status: 'open' })),
      pair: () => Promise.resolve('paired'),
      stop: () => undefined,
    };
  }

  /** A message on its way: never sent, lost on its way there or back, or answered. */
  private meet(method: string, request: unknown): Awaited<ReturnType<DeviceCaller>> {
    const fate = this.chance.int(1, 100);
    if (fate <= 4) return { ok: false, code: 'not_sent' };
    if (fate <= 8) return { ok: false, code: 'lost' };
    const value = this.answer(method, request);
    return fate <= 14 ? { ok: false, code: 'lost' } : { ok: true, value };
  }

  private answer(method: string, request: unknown): unknown {
    if (method === 'terminal.pay') return this.pay(request as PayRequest);
    if (method === 'terminal.reverse') return this.reverse(request as ReverseRequest);
    if (method === 'terminal.status') return this.status(request as StatusRequest);
    return method === 'terminal.diagnose' ? { kind: 'answered', status: 'ok' } : null;
  }

  private pay({ serviceId, reference, amountMinor, mustBeOnline }: PayRequest): PayReply {
    const known = this.ledger.get(serviceId);
    if (known?.pay !== undefined && known.pay !== null) return known.pay;
    const kind = this.chance.int(1, 100);
    const isOnline = !this.chance.percent(30);
    const isRefused = kind <= 10 || (!isOnline && mustBeOnline && !this.isReckless);
    const moved = isRefused ? 0 : kind <= 16 && amountMinor > 1 ? Math.floor(amountMinor / 2) : amountMinor;
    if (!isOnline && moved > 0) this.alone.push({ at: this.now(), minor: moved });
    const pay: PayReply = {
      kind: 'answered',
      serviceId,
      answer:
        moved === 0
          ? { result: 'failed', condition: 'Refusal' }
          : { result: 'approved', approval: approvalOf({ authorizedMinor: moved, transactionId: `POI-${serviceId}`, isOnline }) },
    };
    this.ledger.set(serviceId, { paymentId: reference, moved, pay, reverse: null });
    return pay;
  }

  private reverse({ serviceId, transactionId, part }: ReverseRequest): ReverseReply {
    const known = this.ledger.get(serviceId);
    if (known?.reverse !== undefined && known.reverse !== null) return known.reverse;
    const paid = [...this.ledger].find(([id]) => `POI-${id}` === transactionId)?.[1];
    const left = paid === undefined ? 0 : (this.moved().get(paid.paymentId) ?? 0);
    const back = part?.amountMinor ?? left;
    const isReversed = left > 0 && back <= left && !this.chance.percent(5);
    const reverse: ReverseReply = { kind: 'answered', isReversed, condition: isReversed ? null : 'NotAllowed' };
    this.ledger.set(serviceId, { paymentId: paid?.paymentId ?? '', moved: isReversed ? -back : 0, pay: null, reverse });
    return reverse;
  }

  private status({ of: { serviceId, category } }: StatusRequest): StatusReply {
    const known = this.ledger.get(serviceId);
    if (category === 'payment' && known?.pay?.kind === 'answered') return { kind: 'payment', serviceId, answer: known.pay.answer };
    if (category === 'reversal' && known?.reverse?.kind === 'answered') {
      const { isReversed, condition } = known.reverse;
      return { kind: 'reversal', serviceId, isReversed, condition };
    }
    return { kind: 'failed', condition: 'NotFound', terminalId: TERMINAL_ID };
  }
}
