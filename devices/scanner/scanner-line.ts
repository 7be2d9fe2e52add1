import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { placeOf } from '../../domain/device/device-place.ts';
import {
  type HeardScanner,
  type LineScanner,
  SCAN_WITHIN_MS,
  type ScanEvent,
  type ScannerNews,
  type ScannerPort,
} from '../../domain/device/scanner.ts';
import { connectPlace } from '../base/connect-place.ts';
import { ScanBuffer } from './scan-buffer.ts';

export type PlacedScanner = Exclude<LineScanner, { driver: 'simulator' }>;

/** Nothing for so long (milliseconds) within a code, and it has no end. Scanners on the radio pause for up to a tenth of it. */
const NO_END_MS = 1_000;
/** A port is left to others when nobody has listened for so long (milliseconds). What is scanned meanwhile is for nobody. */
const IDLE_MS = 10_000;
/** As many events are kept for whoever has not heard them; no person scans so many in {@link IDLE_MS}. */
const MOST_KEPT = 1_000;
const KEEP_ALIVE_MS = 10_000;

/** A scanner at the other end of a line: what it sends while somebody listens, from the first byte on. */
export function scannerLine(scanner: PlacedScanner): ScannerPort {
  let line: string = randomUUID();
  let seq = 0;
  let kept: ScanEvent[] = [];
  let stream: Duplex | null = null;
  let opening: Promise<void> | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<() => void>();

  function tell(events: readonly ScanEvent[] = []): void {
    seq += events.length;
    kept = [...kept, ...events].slice(-MOST_KEPT);
    for (const wake of [...waiting]) wake();
  }

  function listenTo(opened: Duplex): void {
    const buffer = new ScanBuffer(scanner.end);
    let noEnd: ReturnType<typeof setTimeout> | undefined;
    stream = opened;
    if (opened instanceof Socket) opened.setKeepAlive(true, KEEP_ALIVE_MS).unref();
    opened.on('data', (bytes: Buffer) => {
      const events = buffer.take(bytes);
      clearTimeout(noEnd);
      if (buffer.isWaiting) noEnd = setTimeout(() => tell(buffer.silence()), NO_END_MS).unref();
      if (events.length > 0) tell(events);
    });
    opened.once('close', () => {
      clearTimeout(noEnd);
      if (stream !== opened) return;
      stream = null;
      tell(buffer.gone());
    });
  }

  async function open(): Promise<void> {
    const opened = await connectPlace(placeOf(scanner));
    if (opened !== null) listenTo(opened);
  }

  /** Nobody listens any more: whoever comes later begins anew. */
  function leave(): void {
    const left = stream;
    stream = null;
    left?.destroy();
    [line, seq, kept] = [randomUUID(), 0, []];
  }

  function news(heard: HeardScanner | null): ScannerNews {
    const missed = heard?.line === line ? seq - heard.seq : 0;
    return { line, seq, isThere: stream !== null, events: missed > 0 ? kept.slice(-missed) : [] };
  }

  const isNews = ({ isThere, events }: ScannerNews, heard: HeardScanner | null) =>
    heard === null || heard.line !== line || heard.isThere !== isThere || events.length > 0;

  function wait(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, SCAN_WITHIN_MS);
      waiting.add(done);
    });
  }

  return {
    async next(heard) {
      clearTimeout(idle);
      if (stream === null) await (opening ??= open().finally(() => (opening = null)));
      // What it does not hear of now, it hears of as soon as something happens.
      if (!isNews(news(heard), heard) && stream !== null) await wait();
      clearTimeout(idle);
      idle = setTimeout(leave, IDLE_MS).unref();
      return news(heard);
    },
  };
}

/** The scanners that a host reads: each has one line, whoever listens. */
export function scannerLines(): (scanner: PlacedScanner) => ScannerPort {
  const known = new Map<string, ScannerPort>();
  return (scanner) => {
    const key = JSON.stringify([scanner.end, placeOf(scanner)]);
    const line = known.get(key) ?? scannerLine(scanner);
    known.set(key, line);
    return line;
  };
}
