import { type Checkpoint, PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import type { Chance } from './chance.ts';
import type { SimulatedTime } from './clock.ts';
import type { Machine } from './machine.ts';
import type { Answered, Asked, ServerProcess } from './server-process.ts';

/** A line from a device to the servers. */
export interface Line {
  readonly registerId: string;
  readonly storeId: string;
  readonly machine: Machine;
  /** Whether the cable is in. */
  up: boolean;
}

/** How bad the network is at the moment, each in percent of the messages. */
export interface Weather {
  /** Longest delay of a message, milliseconds. */
  readonly delayMs: number;
  readonly requestsLost: number;
  readonly repliesLost: number;
  readonly duplicated: number;
}

export const FAIR: Weather = { delayMs: 60, requestsLost: 0, repliesLost: 0, duplicated: 0 };
export const FOUL: Weather = { delayMs: 4_000, requestsLost: 8, repliesLost: 12, duplicated: 10 };

/** What a fault may do to a message that went through; for proving that the auditor sees it. */
export type Tamper = (line: Line, request: Asked, answer: Answered) => Answered;

export interface NetworkOptions {
  readonly chance: Chance;
  readonly time: SimulatedTime;
  /** The servers that are up. */
  readonly servers: () => readonly ServerProcess[];
  /** Told of everything that the network does to a message. */
  readonly note: (event: string) => void;
}

/** The network between devices and servers: it delays, reorders, duplicates, cuts and half-delivers. */
export class Network {
  weather: Weather = FAIR;
  tamper: Tamper | null = null;
  /** How many messages were lost or came twice. */
  faults = 0;

  private readonly lines = new Map<string, Line>();
  private readonly streams = new Set<{ readonly line: Line; readonly server: ServerProcess; break(): void }>();
  private readonly options: NetworkOptions;

  constructor(options: NetworkOptions) {
    this.options = options;
  }

  connect(host: string, line: Line): void {
    this.lines.set(host, line);
  }

  cut(line: Line): void {
    line.up = false;
    for (const stream of this.streams) if (stream.line === line) stream.break();
  }

  /** Breaks what hung on a server or a device that has died. */
  dropDead(): void {
    for (const stream of this.streams) if (!stream.line.machine.alive || !stream.server.machine.alive) stream.break();
  }

  /** What `fetch` is on a device of this world. */
  readonly fetch = (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url);
    const line = this.lines.get(url.host);
    if (line === undefined) return Promise.reject(new TypeError('There is no such host.'));
    const signal = init.signal ?? undefined;
    const asked: Asked = {
      method: init.method === 'POST' ? 'POST' : 'GET',
      path: url.pathname + url.search,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : undefined,
    };
    const answer = asked.path.startsWith('/v1/events') ? this.stream(line, signal) : this.exchange(line, asked);
    if (signal === undefined) return answer;
    return Promise.race([
      answer,
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    ]);
  };

  private delay(): Promise<void> {
    return this.options.time.sleep(this.options.chance.int(1, this.weather.delayMs));
  }

  private reachServer(line: Line): ServerProcess {
    const servers = this.options.servers();
    if (!line.up || servers.length === 0) throw new TypeError('The server cannot be reached.');
    return this.options.chance.pick(servers);
  }

  private lost(what: string): Promise<never> {
    this.faults += 1;
    this.options.note(what);
    return new Promise(() => undefined);
  }

  private async exchange(line: Line, asked: Asked): Promise<Response> {
    const { chance, note } = this.options;
    await this.delay();
    const server = this.reachServer(line);
    if (chance.percent(this.weather.requestsLost)) return this.lost('request lost');
    if (asked.method === 'POST' && chance.percent(this.weather.duplicated)) {
      this.faults += 1;
      note('request twice');
      void this.delay().then(() => server.ask(asked));
    }
    const answer = await server.ask(asked);
    await this.delay();
    if (answer === null || !line.up || !line.machine.alive) throw new TypeError('The connection broke.');
    if (chance.percent(this.weather.repliesLost)) {
      if (chance.percent(50)) return this.lost('reply lost');
      this.faults += 1;
      throw new TypeError('The connection broke.');
    }
    const { status, headers, body } = this.tamper === null ? answer : this.tamper(line, asked, answer);
    return new Response(body, { status, headers });
  }

  private async stream(line: Line, signal: AbortSignal | undefined): Promise<Response> {
    await this.delay();
    const server = this.reachServer(line);
    const encoder = new TextEncoder();
    let open: { break(): void } | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const onMoved = (heads: Checkpoint) => {
          void this.delay().then(() => {
            if (this.streams.has(stream)) controller.enqueue(encoder.encode(`event: change\ndata: ${JSON.stringify(heads)}\n\n`));
          });
        };
        const unsubscribe = server.listen(line, onMoved);
        const stream = {
          line,
          server,
          break: () => {
            if (!this.streams.delete(stream)) return;
            unsubscribe();
            controller.error(new TypeError('The connection broke.'));
          },
        };
        this.streams.add(stream);
        open = stream;
      },
    });
    signal?.addEventListener('abort', () => open?.break());
    return new Response(body, {
      status: 200,
      headers: { 'content-type': 'text/event-stream', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
    });
  }
}
