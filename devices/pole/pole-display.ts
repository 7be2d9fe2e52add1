import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { placeOf } from '../../domain/device/device-place.ts';
import type { PolePort, PoleReply, PoleText } from '../../domain/device/pole.ts';
import { connectPlace } from '../base/connect-place.ts';
import { type PlacedPole, poleBytes } from './commands.ts';

/** What a display behind a serial line of 9,600 baud takes to show both lines, in milliseconds. */
const SHOWN_AFTER_MS = 80;
/** How long a display may take to accept a text before it is given up, in milliseconds. */
const ACCEPTED_WITHIN_MS = 2_000;

interface Waiting {
  readonly text: PoleText;
  answer(reply: PoleReply): void;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Writes, and waits until the system has taken it. @returns false where it was not taken in time. */
function write(socket: Duplex, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ACCEPTED_WITHIN_MS);
    socket.write(bytes, (error) => {
      clearTimeout(timer);
      resolve(error === undefined || error === null);
    });
  });
}

/**
 * A two-line display. It says nothing, so a text that was sent counts as shown. One text at most waits: a newer one takes its
 * place. Texts leave as slowly as a serial line takes them, so none wait in the system either.
 */
function display(pole: PlacedPole): PolePort {
  let socket: Duplex | null = null;
  let waiting: Waiting | null = null;
  let isBusy = false;

  async function open(): Promise<Duplex | null> {
    if (socket !== null && !socket.destroyed) return socket;
    socket = await connectPlace(placeOf(pole));
    // What it says is left unread by nobody: a full buffer would hold up the connection.
    socket?.resume();
    if (socket instanceof Socket) socket.setKeepAlive(true, 10_000).unref();
    return socket;
  }

  async function send(text: PoleText): Promise<PoleReply> {
    const bytes = poleBytes(text, pole);
    const link = await open();
    if (link === null) return { kind: 'not_reachable' };
    if (await write(link, bytes)) return { kind: 'sent' };
    link.destroy();
    return { kind: 'not_reachable' };
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting; next !== null; next = waiting) {
      waiting = null;
      next.answer(await send(next.text));
      await pause(SHOWN_AFTER_MS);
    }
    isBusy = false;
  }

  return {
    show: (text) =>
      new Promise((answer) => {
        waiting?.answer({ kind: 'replaced' });
        waiting = { text, answer };
        void work();
      }),
  };
}

/** Shows texts on whichever display is named. */
export function poleDisplays(): (pole: PlacedPole) => PolePort {
  const known = new Map<string, PolePort>();
  return (pole) => {
    const key = JSON.stringify([pole.commands, pole.codePage, placeOf(pole)]);
    const port = known.get(key) ?? display(pole);
    known.set(key, port);
    return port;
  };
}
