import { readClone, writeClone } from './clone.ts';

/** The name of the world that the preload script runs in, as Electron calls it. */
export const ISOLATED_WORLD = 'Electron Isolated Context';
/** What the isolated world calls to reach the main process, with one text. */
export const TO_MAIN = '__toMainProcess';
/** What the main process calls in the isolated world with an answer. */
export const FROM_MAIN = '__fromMainProcess';

/** A call of `ipcRenderer.invoke` on its way to the main process. */
export interface Invocation {
  readonly id: number;
  readonly channel: string;
  /** The arguments, as `writeClone` wrote them. */
  readonly args: string;
}

/** How what the preload script exposes looks: functions by number, and everything else as it is. */
type Shape = { readonly fn: number } | { readonly members: readonly (readonly [string, Shape])[] } | { readonly value: unknown };

/**
 * Names of the events by which the two worlds of a page speak. The browser clones what an event of one world carries for
 * the other.
 */
interface Events {
  readonly expose: string;
  readonly call: string;
  readonly reply: string;
}

type Reply = { readonly call: number } & ({ readonly value: unknown } | { readonly error: unknown });

/** Runs in the page's own world, before its scripts: builds what the preload script exposes. */
function mainWorld(events: Events): void {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  const detailOf = <T>(event: Event): T => (event as CustomEvent<T>).detail;
  let calls = 0;
  const build = (shape: Shape): unknown => {
    if ('value' in shape) return shape.value;
    if ('members' in shape) return Object.freeze(Object.fromEntries(shape.members.map(([name, member]) => [name, build(member)])));
    return (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const call = (calls += 1);
        // What cannot be cloned fails here, in the world of the caller, before anything is sent.
        const detail = { call, fn: shape.fn, args: structuredClone(args) };
        waiting.set(call, { resolve, reject });
        document.dispatchEvent(new CustomEvent(events.call, { detail }));
      });
  };
  document.addEventListener(events.expose, (event) => {
    const { name, shape } = detailOf<{ name: string; shape: Shape }>(event);
    Object.defineProperty(globalThis, name, { value: build(shape), enumerable: true });
  });
  document.addEventListener(events.reply, (event) => {
    const reply = detailOf<Reply>(event);
    const caller = waiting.get(reply.call);
    waiting.delete(reply.call);
    if ('error' in reply) caller?.reject(reply.error);
    else caller?.resolve(reply.value);
  });
}

interface Globals {
  [TO_MAIN]: (text: string) => void;
  [FROM_MAIN]: (id: number, failed: boolean, text: string) => void;
}

/** Runs in the isolated world, before the page's scripts: gives the preload script its `electron`, and runs it. */
function isolatedWorld(events: Events, toMain: keyof Globals, fromMain: keyof Globals, preload: (require: unknown) => void): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  const send = globals[toMain] as Globals[typeof TO_MAIN];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let invocations = 0;
  globals[fromMain] = (id: number, failed: boolean, text: string) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (failed) caller?.reject(readClone(text));
    else caller?.resolve(readClone(text));
  };
  const invoke = (channel: string, ...args: unknown[]) =>
    new Promise((resolve, reject) => {
      const invocation: Invocation = { id: (invocations += 1), channel, args: writeClone(args) };
      waiting.set(invocation.id, { resolve, reject });
      send(JSON.stringify(invocation));
    });

  const functions: ((...args: unknown[]) => unknown)[] = [];
  const shapeOf = (value: unknown): Shape => {
    if (typeof value === 'function') return { fn: functions.push(value as (typeof functions)[number]) - 1 };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
    return { members: Object.entries(value).map(([name, member]) => [name, shapeOf(member)] as const) };
  };
  const answer = (reply: Reply) => void document.dispatchEvent(new CustomEvent(events.reply, { detail: reply }));
  document.addEventListener(events.call, (event) => {
    const { call, fn, args } = (event as CustomEvent<{ call: number; fn: number; args: unknown[] }>).detail;
    Promise.resolve()
      .then(() => functions[fn]?.(...args))
      .then(
        (value) => answer({ call, value }),
        (error: unknown) => answer({ call, error }),
      );
  });
  const exposeInMainWorld = (name: string, api: unknown) =>
    void document.dispatchEvent(new CustomEvent(events.expose, { detail: { name, shape: shapeOf(api) } }));
  preload((name: string) => {
    // A sandboxed preload script gets `electron` and next to nothing else.
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { contextBridge: { exposeInMainWorld }, ipcRenderer: { invoke } };
  });
}

/** The two scripts that run before the page, in this order, only in the window's top frame. */
export function worldScripts(preload: string): { readonly main: string; readonly isolated: string } {
  const mark = Math.random().toString(36).slice(2);
  const events = JSON.stringify({ expose: `expose-${mark}`, call: `call-${mark}`, reply: `reply-${mark}` } satisfies Events);
  // The loader that runs these files as TypeScript names functions by a helper, which a page does not have.
  const inTopFrame = (body: string) => `if (window === window.top) { const __name = (one) => one; ${body} }`;
  return {
    main: inTopFrame(`(${mainWorld.toString()})(${events});`),
    isolated: inTopFrame(
      `${readClone.toString()}
      ${writeClone.toString()}
      (${isolatedWorld.toString()})(${events}, '${TO_MAIN}', '${FROM_MAIN}', (require) => {
        const module = { exports: {} };
        const exports = module.exports;\n${preload}\n});`,
    ),
  };
}
