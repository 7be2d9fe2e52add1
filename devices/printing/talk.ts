import type { DrawerConnector, PrintJob } from '../../domain/device/printer.ts';
import type { Answered } from './trouble.ts';

/** An open connection to a printer, in the language of the printer. */
export interface Talk {
  readonly hasEnded: boolean;
  /** Asks how it is; null where it does not answer in time. */
  askState(withinMs: number): Promise<Answered | null>;
  /** Makes the bytes of a job. @returns sends them, and behind them what proves that they are on paper. */
  prepare(job: PrintJob): () => void;
  /** Whether all that was sent is on paper, or the paper ended before; null where it has not said so in time. */
  hearProof(withinMs: number): Promise<'printed' | 'paper_out' | null>;
  /** Opens the drawer: at once where the printer can, else behind what it prints. */
  kick(connector: DrawerConnector): void;
  /** Sends what is left, and ends the connection. */
  close(): Promise<void>;
}
