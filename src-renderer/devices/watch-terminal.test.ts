import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Diagnosis, TerminalPort } from '../../domain/device/terminal.ts';
import type { HostState } from './devices.ts';
import { watchTerminal } from './watch-terminal.ts';

const LABEL = 'V400m-1';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(given: { readonly host: HostState['status']; readonly label?: string | null; readonly says?: Diagnosis }) {
  const host = createStore<HostState>(() => ({ status: given.host }));
  const world = {
    label: given.label === undefined ? LABEL : given.label,
    says: given.says ?? ({ kind: 'answered', status: 'ok' } as Diagnosis),
  };
  const diagnose = vi.fn(() => Promise.resolve(world.says));
  const watched = watchTerminal({
    terminal: { diagnose } as unknown as TerminalPort,
    newServiceId: () => 'A1',
    label: () => world.label,
    host,
    onError: (error) => {
      throw error;
    },
    random: () => 0.5,
  });
  return { ...watched, host, world, diagnose };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('the card terminal of a register', () => {
  it('is absent where none is set, whatever the host does', () => {
    const { state, diagnose } = watch({ host: 'open', label: null });
    expect(state.getState()).toEqual({ status: 'absent' });
    expect(diagnose).not.toHaveBeenCalled();
  });

  it.each([
    ['not_paired', 'not_paired'],
    ['away', 'no_host'],
  ] as const)('cannot be asked where the host is %s: %s', async (status, why) => {
    const { state, diagnose } = watch({ host: status });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state.getState(), diagnose.mock.calls.length]).toEqual([{ status: 'unreachable', label: LABEL, why }, 0]);
  });

  it.each<[Diagnosis, string]>([
    [{ kind: 'answered', status: 'ok' }, 'ready'],
    [{ kind: 'answered', status: 'busy' }, 'ready'],
    [{ kind: 'answered', status: 'unreachable' }, 'unreachable'],
    [{ kind: 'not_reachable' }, 'unreachable'],
    [{ kind: 'lost' }, 'unreachable'],
  ])('that says %j is %s', async (says, status) => {
    const { state, stop } = watch({ host: 'open', says });
    await settled();
    expect(state.getState()).toMatchObject({ status, label: LABEL });
    stop();
  });

  it('is asked again by and by, and at once when the host is back or another is set', async () => {
    const { state, host, world, look, stop, diagnose } = watch({ host: 'open', says: { kind: 'not_reachable' } });
    await settled();
    expect(state.getState()).toMatchObject({ why: 'no_terminal' });
    world.says = { kind: 'answered', status: 'ok' };
    await vi.advanceTimersByTimeAsync(15_000);
    expect(state.getState()).toEqual({ status: 'ready', label: LABEL });
    host.setState({ status: 'away' });
    expect(state.getState()).toMatchObject({ why: 'no_host' });
    host.setState({ status: 'open' });
    await settled();
    expect(state.getState()).toMatchObject({ status: 'ready' });
    world.label = 'V400m-2';
    look();
    await settled();
    expect(state.getState()).toEqual({ status: 'ready', label: 'V400m-2' });
    world.label = null;
    look();
    expect(state.getState()).toEqual({ status: 'absent' });
    const asked = diagnose.mock.calls.length;
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(diagnose.mock.calls.length).toBe(asked);
  });
});
