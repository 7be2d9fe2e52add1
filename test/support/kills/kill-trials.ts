import type { Page } from '@playwright/test';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { Device, Running } from '../../e2e/support/device.ts';
import { compareAfterKill, toldOf } from './compare-after-kill.ts';
import type { KillPage, Opening, Ready, Said, Told } from './page/main.ts';

export interface KillTrialsOptions {
  readonly device: Device;
  /** Where the page of `page/` is served, by the sync server itself. */
  readonly url: string;
  readonly opening: Opening;
  /** What is sold. */
  readonly skus: readonly string[];
  readonly trials: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** One kill and what was found after it. */
export interface KillTrial {
  /** How many operations were told in it. */
  readonly told: number;
  /** Whether a sale was being recorded when the kill came, as far as the driver knew. */
  readonly inWrite: boolean;
  /** Whether an operation is there of which nobody was told. */
  readonly untold: boolean;
  /** How often the browser had to be opened again, because it would not open its databases. */
  readonly reopened: number;
  readonly lost: number;
  readonly wrong: readonly string[];
  /** From the start of the browser until the register can sell again, in milliseconds. */
  readonly restartMs: number;
}

export interface KillReport {
  readonly trials: readonly KillTrial[];
  readonly registerId: string;
  /** What the journal holds in the end; all of it is sent. */
  readonly journal: readonly Operation[];
}

/** After the first sale that was told, a kill comes at a random moment between these. */
const SELL_MS = { least: 50, most: 400 };
const MIRROR_MS = 10_000;
const REOPEN = 3;

function ask<Name extends keyof KillPage>(
  page: Page,
  name: Name,
  ...given: Parameters<KillPage[Name]>
): Promise<Awaited<ReturnType<KillPage[Name]>>> {
  return page.evaluate(
    ([method, args]) =>
      (globalThis as unknown as { killPage: Record<string, (...args: unknown[]) => unknown> }).killPage[method]?.(...args),
    [name as string, given] as const,
  ) as Promise<Awaited<ReturnType<KillPage[Name]>>>;
}

function linesOf(text: string): Operation[] {
  return text.split('\n').flatMap((line): Operation[] => {
    try {
      return [JSON.parse(line) as Operation];
    } catch {
      // A line that the kill has torn; it is written again.
      return [];
    }
  });
}

/**
 * Sells on one device as fast as the app can, kills the browser, and looks at what is there, again and again.
 * @throws when the page fails in any other way than by the kill
 */
export async function runKillTrials({ device, url, opening, skus, trials, random }: KillTrialsOptions): Promise<KillReport> {
  const told: Told[] = [];
  let begun = false;
  let heard: () => void = () => undefined;

  async function start(): Promise<Running> {
    const running = await device.start();
    const devtools = await running.context.newCDPSession(running.page);
    devtools.on('Runtime.bindingCalled', ({ payload }) => {
      const said = JSON.parse(payload) as Said;
      begun = said === null;
      if (said === null) return;
      told.push(said);
      heard();
      // The browser may have died meanwhile.
      devtools.send('Runtime.evaluate', { expression: 'outpostHeard()' }).catch(() => undefined);
    });
    await devtools.send('Runtime.enable');
    await devtools.send('Runtime.addBinding', { name: 'outpostSay' });
    await running.page.goto(url);
    await running.page.waitForFunction(() => 'killPage' in globalThis);
    return running;
  }

  /** Sells until the kill. @returns whether it came in the middle of a record. */
  async function sellAndKill(running: Running): Promise<boolean> {
    begun = false;
    let killed = false;
    const first = new Promise<void>((resolve) => (heard = resolve));
    const failed = ask(running.page, 'sell', skus).catch((error: unknown) => {
      if (!killed) throw error;
    });
    await Promise.race([first, failed]);
    await Promise.race([failed, new Promise((resolve) => setTimeout(resolve, SELL_MS.least + random() * (SELL_MS.most - SELL_MS.least)))]);
    killed = true;
    // Whatever the page had said before it died is heard until the browser is seen to have ended.
    await running.crash();
    return begun;
  }

  async function readJournal(page: Page): Promise<{ readonly journal: Operation[]; readonly wrong: readonly string[] }> {
    const disk = await ask(page, 'readDisk');
    return {
      journal: JSON.parse(disk.journal) as Operation[],
      wrong: disk.journals === 1 ? [] : [`J2: there are ${disk.journals} journals`],
    };
  }

  /** Now and then Chromium does not open its databases at once after a kill; a person would open the app again. */
  async function findJournal(): Promise<Awaited<ReturnType<typeof readJournal>> & { readonly reopened: number }> {
    for (let reopened = 0; ; reopened += 1) {
      try {
        return { ...(await readJournal(now.page)), reopened };
      } catch (error) {
        if (reopened === REOPEN || !String(error).includes('opening backing store')) throw error;
        await now.close();
        now = await start();
      }
    }
  }

  let now = await start();
  let ready: Ready = await ask(now.page, 'open', opening);
  if (ready.opened !== null) told.push(ready.opened);
  const done: KillTrial[] = [];
  let journal: readonly Operation[] = [];
  while (done.length < trials) {
    const before = told.length;
    const inWrite = await sellAndKill(now);
    const count = told.length - before;

    const started = performance.now();
    now = await start();
    const arrived = performance.now();
    const found = await findJournal();
    journal = found.journal;
    const read = performance.now();
    ready = await ask(now.page, 'open', opening);
    const restartMs = arrived - started + performance.now() - read;

    const mirror = linesOf(await ask(now.page, 'readMirrorUpTo', journal.length, MIRROR_MS));
    const { lost, untold, wrong } = compareAfterKill({ prefix: ready.prefix, told, journal, mirror });
    const health = ready.journal === 'whole' && ready.opened === null ? [] : [`J1: the app found its journal ${ready.journal}`];
    done.push({
      told: count,
      inWrite,
      untold: untold.length > 0,
      reopened: found.reopened,
      lost,
      wrong: [...found.wrong, ...health, ...wrong],
      restartMs,
    });
    // What was there once must not be gone the next time, whether it was told or not; what is lost is counted once.
    told.splice(0, told.length, ...journal.map(toldOf));
  }
  await ask(now.page, 'allSent');
  await now.close();
  return { trials: done, registerId: ready.registerId, journal };
}
