import { createStore, type StoreApi } from 'zustand/vanilla';
import { type HeardScanner, type LineScanner, SCAN_WITHIN_MS, type ScanEvent, type ScannerNews } from '../../domain/device/scanner.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { ScannerServices, ScannerState } from '../kit/scanner-services.ts';
import type { HostState } from './devices.ts';
import type { HearScanner } from './scanner-client.ts';

export interface WatchScannersOptions {
  readonly hear: HearScanner;
  /** The scanners that are set now. */
  readonly set: () => readonly LineScanner[];
  readonly host: StoreApi<HostState>;
  /** Told of each event once, in the order of its scanner. */
  readonly onEvent: (event: ScanEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly random: () => number;
}

export interface ScannersWatch extends ScannerServices {
  /** Looks now: other scanners may have been set. */
  look(): void;
  stop(): void;
}

/** How long (milliseconds) until a scanner is looked for again that is away. */
const AWAY_MS = 1_000;
/** Whoever has heard nothing for so long (milliseconds) does not know whether the scanner is there. */
const HEARD_WITHIN_MS = SCAN_WITHIN_MS + 3_000;

/** Waits for news, but not for ever: what comes later is told again. */
function inTime(news: Promise<ScannerNews | null>): Promise<ScannerNews | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), HEARD_WITHIN_MS);
    void news.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** One scanner that is listened to. */
interface Listened {
  readonly scanner: LineScanner;
  heard: HeardScanner | null;
  wasThere: boolean;
  loop: Loop | null;
}

/** Listens to the scanners of the register, each by itself. */
export function watchScanners({ hear, set, host, onEvent, onError, random }: WatchScannersOptions): ScannersWatch {
  let listened: readonly Listened[] = [];

  function stateOf({ scanner, heard, wasThere }: Listened): ScannerState {
    const { status } = host.getState();
    if (status !== 'open') return { scanner, status: status === 'away' ? 'no_host' : 'not_paired' };
    return { scanner, status: heard?.isThere === true ? 'there' : wasThere ? 'gone' : 'away' };
  }
  const state = createStore<readonly ScannerState[]>(() => []);
  function show(): void {
    const seen = listened.map(stateOf);
    if (JSON.stringify(seen) !== JSON.stringify(state.getState())) state.setState(seen, true);
  }

  async function round(one: Listened): Promise<'again' | 'wait'> {
    const asked = one.heard;
    const news = await inTime(hear(one.scanner, asked));
    // Another scanner has been set meanwhile, or the same news came by another question.
    if (!listened.includes(one) || one.heard !== asked) return 'wait';
    if (news === null) {
      // What was heard last is still where the host goes on to tell from.
      if (one.heard !== null) one.heard = { ...one.heard, isThere: false };
      show();
      return 'wait';
    }
    const { events, ...heard } = news;
    one.heard = heard;
    one.wasThere ||= heard.isThere;
    for (const event of events) onEvent(event);
    show();
    return heard.isThere ? 'again' : 'wait';
  }

  function listen(one: Listened): void {
    one.loop ??= keepTrying({ round: () => round(one), idleMs: AWAY_MS, onError, random });
    one.loop.kick();
  }

  function leave(one: Listened): void {
    one.loop?.stop();
    one.loop = null;
  }

  function look(): void {
    const before = new Map(listened.map((one) => [JSON.stringify(one.scanner), one]));
    listened = set().map((scanner) => {
      const known = before.get(JSON.stringify(scanner));
      before.delete(JSON.stringify(scanner));
      return known ?? { scanner, heard: null, wasThere: false, loop: null };
    });
    before.forEach(leave);
    const isOpen = host.getState().status === 'open';
    for (const one of listened) {
      if (isOpen) listen(one);
      else leave(one);
    }
    show();
  }

  look();
  const unsubscribe = host.subscribe(look);
  return {
    state,
    look,
    stop() {
      unsubscribe();
      listened.forEach(leave);
      listened = [];
    },
  };
}
