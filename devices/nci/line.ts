import type { Duplex } from 'node:stream';
import type { DevicePlace } from '../../domain/device/device-place.ts';
import { connectPlace } from '../base/connect-place.ts';
import { END_OF_ANSWER } from './read-weight.ts';

/** What came back: the answer without its last character; or nothing, because nobody is there or because nobody answers. */
export type Heard =
  | { readonly kind: 'answered'; readonly answer: string }
  | { readonly kind: 'not_reachable' }
  | { readonly kind: 'silent' };

/** The way to a scale. One question at a time is on it. */
export interface Line {
  /** Asks one thing. Never rejects. */
  ask(order: string): Promise<Heard>;
}

const ANSWER_WITHIN_MS = 1_000;
/** Serial ports and adapters take one connection: it is left to others when nobody has asked for so long. */
const IDLE_MS = 5_000;
/** The longest answer has some thirty characters. */
const MOST_CHARACTERS = 200;

async function open(place: DevicePlace): Promise<Duplex | null> {
  const socket = await connectPlace(place);
  socket?.setEncoding('latin1');
  // What nobody has asked for is no answer: it is read and dropped.
  socket?.resume();
  return socket;
}

/** Sends an order and waits for its answer. A connection on which none came is given up: it might come later, to another question. */
function exchange(socket: Duplex, order: string): Promise<Heard> {
  return new Promise((resolve) => {
    let text = '';
    const end = (heard: Heard) => {
      clearTimeout(timer);
      socket.off('data', take);
      socket.off('close', lost);
      if (heard.kind !== 'answered') socket.destroy();
      resolve(heard);
    };
    const lost = () => end({ kind: 'silent' });
    const take = (part: string | Buffer) => {
      text += String(part);
      const at = text.indexOf(END_OF_ANSWER);
      if (at >= 0) end({ kind: 'answered', answer: text.slice(0, at) });
      else if (text.length > MOST_CHARACTERS) lost();
    };
    const timer = setTimeout(lost, ANSWER_WITHIN_MS);
    socket.on('data', take);
    socket.once('close', lost);
    socket.write(order);
  });
}

/** A way to a scale. It connects when it is asked, and stays connected while it is. */
export function openLine(place: DevicePlace): Line {
  let socket: Duplex | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function askNow(order: string): Promise<Heard> {
    clearTimeout(idle);
    if (socket === null || socket.destroyed || !socket.readable || !socket.writable) {
      socket?.destroy();
      socket = await open(place);
    }
    if (socket === null) return { kind: 'not_reachable' };
    const heard = await exchange(socket, order);
    idle = setTimeout(() => socket?.destroy(), IDLE_MS).unref();
    return heard;
  }

  return {
    ask(order) {
      const heard = last.then(() => askNow(order));
      last = heard;
      return heard;
    },
  };
}
