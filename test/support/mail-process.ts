import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailHabit, ReceivedMail } from '../../devices/simulators/mail/mail-box.ts';
import { runSimulator } from './simulator-process.ts';

interface MailState {
  readonly address: { readonly host: string; readonly port: number };
  readonly mails: readonly ReceivedMail[];
}

/** A simulated mail server in a process of its own. */
export async function startMailProcess() {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-mail-'));
  const running = await runSimulator('mail', folder, 0);
  const state = async () => (await running.ask('/state')) as MailState;
  return {
    address: (await state()).address,
    /** Where a person sees the mails. */
    pageUrl: () => running.controlUrl,
    habit: (habit: MailHabit) => running.ask('/habit', { habit }),
    /** The mails to somebody, the oldest first. */
    mailsTo: async (address: string) => (await state()).mails.filter(({ to }) => to === address),
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type MailProcess = Awaited<ReturnType<typeof startMailProcess>>;
