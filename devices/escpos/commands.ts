import { createHash } from 'node:crypto';
import type { DrawerConnector } from '../../domain/device/printer.ts';

const JOB_NUMBER_CHARACTERS = 4;

/** Opens the drawer at once, also while the buffer is full: 100 ms at pin 2, or at pin 5. */
export function kickAtOnce(connector: DrawerConnector): Uint8Array {
  return Uint8Array.of(0x10, 0x14, 0x01, connector - 1, 0x01);
}

/** Opens the drawer in turn: 50 ms at pin 2, or at pin 5, then 500 ms of rest. */
export function kickInTurn(connector: DrawerConnector): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, connector - 1, 0x19, 0xfa);
}

/** Asks about the paper behind the text: it is answered when all before it has been printed. */
export const ASK_PAPER = Uint8Array.of(0x1d, 0x72, 0x01);

/** Whether an answer about the paper says that it has ended. */
export function saysPaperEnd(byte: number): boolean {
  return (byte & 0x0c) !== 0;
}

/** The number under which a printer proves a job: four characters. */
export function jobNumber(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, JOB_NUMBER_CHARACTERS).toUpperCase();
}

/** Asks for the number of a job, which is answered when all before it has been printed (`GS ( H`, function 48). */
export function askJob(number: string): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(number, 'latin1'));
}
