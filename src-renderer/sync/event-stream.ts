import { createParser } from 'eventsource-parser';
import { checkpoint, type Checkpoint } from '../../domain/protocol/protocol.ts';
import type { ConnectionState } from './connection-state.ts';
import type { ServerClient } from './server-client.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';

export interface EventOptions {
  readonly client: ServerClient;
  readonly link: ConnectionState;
  /** A scope has moved on: time to pull. */
  readonly onChange: (heads: Checkpoint) => void;
  /** The stream broke: whether the server is there at all is for the next pull to find out. */
  readonly onBroken: () => void;
  readonly random: () => number;
}

/** Reads one event stream to its end. */
async function readEvents(stream: ReadableStream<Uint8Array>, onChange: (heads: Checkpoint) => void): Promise<void> {
  const parser = createParser({
    onEvent(event) {
      if (event.event !== 'change') return;
      const heads = checkpoint.safeParse(JSON.parse(event.data));
      if (heads.success) onChange(heads.data);
    },
  });
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
}

/** Keeps one event stream open. It only ever says that there is something to pull, so nothing is lost with it. */
export function startListening({ client, link, onChange, onBroken, random }: EventOptions): Loop {
  let abort = new AbortController();
  const loop = keepTrying({
    idleMs: 60_000,
    random,
    onError: () => undefined,
    async round() {
      if (link.isRefused()) return 'wait';
      abort = new AbortController();
      const stream = await client.openEvents(abort.signal);
      try {
        await readEvents(stream, onChange);
      } finally {
        onBroken();
      }
      throw new Error('The event stream has ended.');
    },
  });
  return {
    kick: () => loop.kick(),
    retry: () => loop.retry(),
    stop() {
      loop.stop();
      abort.abort();
    },
  };
}
