import { v7 as uuidv7 } from 'uuid';
import type { DeviceCaller } from '../../domain/device/device-contract.ts';
import { cardTerminalSetting } from '../../domain/device/settings.ts';
import { poiIdOf } from '../../domain/device/card-terminal.ts';
import type { TerminalPort, TotalsRequest } from '../../domain/device/terminal.ts';
import type { TerminalTotals } from '../../domain/payments/terminal-totals.ts';
import { cardPaymentDocument, cardRefundDocument } from '../../domain/payments/documents.ts';
import { mustBeOnline } from '../../domain/payments/offline-cards.ts';
import { offlineCards } from '../../domain/payments/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { Devices } from '../devices/devices.ts';
import { createServiceIds } from '../devices/service-ids.ts';
import { terminalClient } from '../devices/terminal-client.ts';
import { watchTerminal } from '../devices/watch-terminal.ts';
import { documentsOf, type RegisterServices } from '../kit/register-services.ts';
import { createCardPayments } from './card-payments.ts';
import type { RegisterParts } from './register-parts.ts';
import { settingsChanged } from './settings-changed.ts';

export interface RunningCards extends Pick<RegisterServices, 'cards' | 'terminal' | 'terminalTotals' | 'pairDevices'> {
  stop(): void;
}

/** Stands for the terminal in the journal where none is set. */
const NO_TERMINAL = 'none';

/** Whoever still waits when the register ends waits for ever: what comes later is looked up at the next start. */
function untilStopped() {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isStopped = false;
  return {
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          resolve();
        }, milliseconds);
        timers.add(timer);
      }),
    asking:
      (call: DeviceCaller): DeviceCaller =>
      async (method, args) => {
        const answer = await call(method, args);
        return isStopped ? new Promise(() => undefined) : answer;
      },
    stop() {
      isStopped = true;
      timers.forEach(clearTimeout);
    },
  };
}

const NOT_TOLD = { not_reachable: 'not_reachable', lost: 'no_answer', failed: 'refused' } as const;

/** What a terminal says that it took; null where there is none. */
async function askTotals(terminal: TerminalPort, terminalId: string | null, request: TotalsRequest): Promise<TerminalTotals | null> {
  if (terminalId === null) return null;
  const said = await terminal.totals(request);
  if (said.kind !== 'answered') return { result: 'not_told', terminalId, why: NOT_TOLD[said.kind] };
  return { result: 'told', terminalId, isOfShift: said.isOfShift, brands: said.brands };
}

/** Starts to take cards: asks what became of the payments that an earlier run of the app left open, and watches the terminal. */
export function startCards(
  { identity, view, now, random, onError }: RegisterParts,
  devices: Devices,
  record: RegisterServices['record'],
): RunningCards {
  const { registerId } = identity;
  const set = () => settingOf(view.reader, cardTerminalSetting, identity);
  const { wait, asking, stop } = untilStopped();
  const inShift = () => {
    const shiftId = view.store.getState().openShift?.id;
    return shiftId === undefined ? {} : { shiftId };
  };
  const terminal = terminalClient(asking(devices.call), () => ({ terminal: set(), saleId: registerId, ...inShift() }));
  const newServiceId = createServiceIds(now, random);
  const terminalId = () => poiIdOf(set()) ?? NO_TERMINAL;
  const ownPayments = () =>
    [...documentsOf(view.store.getState(), cardPaymentDocument).values()].filter((one) => one.registerId === registerId);
  const isOverCap = (amountMinor: number) =>
    mustBeOnline(settingOf(view.reader, offlineCards, identity), ownPayments(), amountMinor, now());
  const cards = createCardPayments({
    ...{ terminal, newServiceId, now, wait, record, onError, terminalId, newId: uuidv7 },
    mustBeOnline: isOverCap,
  });
  const watch = watchTerminal({ terminal, newServiceId, label: () => poiIdOf(set()), host: devices.state, onError, random });

  function takeUp(): void {
    const known = cards.state.getState().payments;
    const inHand = cards.refunds.getState().payments;
    const refunds = [...documentsOf(view.store.getState(), cardRefundDocument).values()]
      .filter((one) => one.registerId === registerId && !inHand.has(one.id))
      .map((refund) => ({ refund, approval: view.reader.get(cardPaymentDocument, refund.paymentId)?.approval ?? null }));
    cards.resume(
      ownPayments().filter(({ id }) => !known.has(id)),
      refunds,
    );
  }
  takeUp();
  const unsubscribe = view.store.subscribe((state, before) => {
    // A replica that was thrown away brings the payments of before with it.
    if (state.complete && !before.complete) takeUp();
    if (settingsChanged(state, before)) watch.look();
  });
  return {
    cards,
    terminal: watch.state,
    terminalTotals: (shiftId) => askTotals(terminal, poiIdOf(set()), { serviceId: newServiceId(), shiftId }),
    pairDevices: devices.pair,
    stop() {
      unsubscribe();
      watch.stop();
      stop();
    },
  };
}
