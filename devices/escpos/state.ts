import type { Answered } from '../printing/trouble.ts';

const DLE = 0x10;
const EOT = 0x04;

/** Asks for the printer, for why it is offline, for errors and for paper: one byte each, at once, also when it is offline. */
export const ASK_STATE = Uint8Array.from([1, 2, 3, 4].flatMap((about) => [DLE, EOT, about]));

/** How many bytes answer `ASK_STATE`. */
export const STATE_ANSWERS = 4;

const DRAWER_HIGH = 0x04;
const OFFLINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_BY_PAPER = 0x20;
const ERROR = 0x40;
const FAILURES = 0x6c;
const PAPER_LOW = 0x0c;
const PAPER_END = 0x60;

/** Reads the four answers to `ASK_STATE`. @param drawerOpenIs the signal of the drawer while it is open. */
export function readState([printer = 0, offline = 0, error = 0, paper = 0]: readonly number[], drawerOpenIs: 'high' | 'low'): Answered {
  const isOut = (paper & PAPER_END) !== 0 || (offline & STOPPED_BY_PAPER) !== 0;
  const isOpen = (offline & COVER_OPEN) !== 0;
  const isFailed = (error & FAILURES) !== 0 || (offline & ERROR) !== 0 || ((printer & OFFLINE) !== 0 && !isOut && !isOpen);
  const signal = (printer & DRAWER_HIGH) === 0 ? 'low' : 'high';
  return {
    kind: 'answered',
    paper: isOut ? 'out' : (paper & PAPER_LOW) === 0 ? 'enough' : 'low',
    cover: isOpen ? 'open' : 'closed',
    failed: isFailed,
    drawer: signal === drawerOpenIs ? 'open' : 'closed',
  };
}
