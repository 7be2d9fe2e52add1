import type { Socket } from 'node:net';
import { connectTcp } from '../base/connect-tcp.ts';
import { END_OF_ANSWER } from './read-weight.ts';

export interface ScaleAddress {
  readonly host: string;
  readonly port: number;
}

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
/** Serial adapters take one connection: it is left to others when nobody has asked for so long. */
const IDLE_MS = 5_000;
/** The longest answer has some thirty characters. */
const MOST_CHARACTERS = 200;

async function open({ host, port }: ScaleAddress): Promise<Socket | null> {
  const socket = await connectTcp(host, port);
  socket?.setEncoding('latin1');
  // What nobody has asked for is no answer: it is read and dropped.
  socket?.resume();
  return socket;
}

/** Sends an order and waits for its answer. A connection on which none came is given up: it might come later, to another question. */
function exchange(socket: Socket, order: string): Promise<Heard> {
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

/** A way to a scale over TCP. It connects when it is asked, and stays connected while it is. */
export function openLine(address: ScaleAddress): Line {
  let socket: Socket | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function askNow(order: string): Promise<Heard> {
    clearTimeout(idle);
    if (socket === null || socket.destroyed || socket.readyState !== 'open') {
      socket?.destroy();
      socket = await open(address);
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
