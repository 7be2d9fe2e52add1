import type { Checkpoint } from '../../../domain/protocol/protocol.ts';
import type { RegisterKeys } from '../fill-registers.ts';
import { LightRegister } from '../light-register.ts';
import { sharedNow } from '../start-process.ts';
import { answerParent } from './answer-parent.ts';

export interface RegistersJob {
  readonly url: string;
  readonly registers: readonly { readonly keys: RegisterKeys; readonly checkpoint: Checkpoint }[];
}

/** When each register heard of a change and when it had pulled it, on the clock that all processes share. */
export interface Reached {
  readonly told: readonly number[];
  readonly pulled: readonly number[];
}

/** How far the scope of the whole company had come for a register, and when. */
type Track = { readonly seq: number; readonly at: number }[];

function note(track: Track, checkpoint: Checkpoint): void {
  track.push({ seq: checkpoint['all'] ?? 0, at: sharedNow() });
}

const until = (condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!condition()) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });

/**
 * Many registers at once. `connect` starts them and answers when all are up to date. After `hold` none pulls before all are told:
 * each register has a machine of its own, and the answers that a thousand read here would be in the way of what the others hear.
 * `reached` answers with its times when all were told of a change and have pulled it. `work` lets each record operations; `comeBack`
 * kicks each at a moment of its own within so many
 * milliseconds, and answers with the moment at which the last one had settled.
 */
answerParent<RegistersJob>(({ url, registers }) => {
  const open: { readonly register: LightRegister; readonly told: Track; readonly pulled: Track }[] = [];
  const allSettled = () => until(() => open.every(({ register }) => register.isSettled));
  const firstAt = (track: Track, seq: number): number => track.find((entry) => entry.seq >= seq)?.at ?? Number.NaN;
  return Promise.resolve({
    connect: async () => {
      for (const { keys, checkpoint } of registers) {
        const [told, pulled]: [Track, Track] = [[], []];
        const register = new LightRegister({
          url,
          keys,
          checkpoint,
          onTold: (heads) => note(told, heads),
          onPulled: (reached) => note(pulled, reached),
        });
        open.push({ register, told, pulled });
      }
      await allSettled();
    },
    hold: () => {
      for (const { register } of open) register.isHeld = true;
    },
    reached: async (seq: number): Promise<Reached> => {
      await until(() => open.every(({ told }) => (told.at(-1)?.seq ?? 0) >= seq));
      for (const { register } of open) register.kick();
      await until(() => open.every(({ pulled }) => (pulled.at(-1)?.seq ?? 0) >= seq));
      const times = { told: open.map(({ told }) => firstAt(told, seq)), pulled: open.map(({ pulled }) => firstAt(pulled, seq)) };
      for (const { told, pulled } of open) for (const track of [told, pulled]) track.length = 0;
      return times;
    },
    work: (operations: number) => {
      for (const { register } of open) register.work(operations);
    },
    offline: () => until(() => open.every(({ register }) => !register.isOnline)),
    comeBack: async (withinMs: number): Promise<{ readonly settledAt: number; readonly troubles: readonly string[] }> => {
      for (const { register } of open) {
        register.troubles.length = 0;
        setTimeout(() => register.kick(), Math.random() * withinMs);
      }
      await allSettled();
      return { settledAt: sharedNow(), troubles: open.flatMap(({ register }) => register.troubles) };
    },
    recorded: () => open.reduce((sum, { register }) => sum + register.journal.operations.length, 0),
    stop: () => {
      for (const { register } of open) register.stop();
      return Promise.resolve();
    },
  });
});
