import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answer } from './processes/answer-parent.ts';

/** A part of a benchmark in a process of its own, so that its work is not on the event loop of what it is measured against. */
export interface HelperProcess {
  /** Asks one of the questions that its file answers. */
  ask<T>(question: string, about?: unknown): Promise<T>;
  /** Lets it close what it has open. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it is doing. */
  kill(): Promise<void>;
}

/** Starts a file of `processes/`. @param job what it is told at its start; it goes through a structured clone. */
export async function startProcess(file: string, job: unknown): Promise<HelperProcess> {
  const child = fork(fileURLToPath(new URL(`./processes/${file}`, import.meta.url)), [], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  child.on('message', ({ number, error, value }: Answer) => {
    const caller = waiting.get(number);
    waiting.delete(number);
    if (error === undefined) caller?.resolve(value);
    else caller?.reject(new Error(`${file}: ${error}`));
  });
  child.on('exit', (code, signal) => {
    for (const caller of waiting.values()) caller.reject(new Error(`${file} ended (${code ?? signal ?? ''}).`));
    waiting.clear();
  });
  const ask = <T>(question: string, about?: unknown): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ number: asked, question, about });
    });
  const ended = once(child, 'exit');
  const helper: HelperProcess = {
    ask,
    stop: async () => {
      await ask('stop');
      child.disconnect();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
  try {
    await ask('start', job);
    return helper;
  } catch (error) {
    await helper.kill();
    throw error;
  }
}

/** Milliseconds of a clock that all processes of this machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
