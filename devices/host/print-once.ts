import type { KickReply, PrintReply } from '../../domain/device/printer.ts';
import type { PrintJobs } from './print-jobs.ts';

/** Prints each id once, however often it is asked for, and whatever happens to the host in between. */
export interface PrintOnce {
  print(id: string, send: (onSend: () => void) => Promise<PrintReply>): Promise<PrintReply>;
  kick(id: string, send: () => Promise<KickReply>): Promise<KickReply>;
}

/** Asked for twice at a time, both hear of the first. */
function sharing<R>() {
  const running = new Map<string, Promise<R>>();
  return (id: string, start: () => Promise<R>): Promise<R> => {
    const known = running.get(id);
    if (known !== undefined) return known;
    const started = start().finally(() => running.delete(id));
    running.set(id, started);
    return started;
  };
}

/** @param jobs where it is written down before anything leaves. */
export function printOnce(jobs: PrintJobs): PrintOnce {
  const [printing, kicking] = [sharing<PrintReply>(), sharing<KickReply>()];
  return {
    print: (id, send) =>
      printing(id, async () => {
        const before = jobs.stateOf(id);
        if (before !== undefined) return before === 'printed' ? { kind: 'printed' } : { kind: 'unsure', why: 'silent' };
        const reply = await send(() => jobs.mark(id, 'sent'));
        if (reply.kind === 'printed') jobs.mark(id, 'printed');
        return reply;
      }),
    kick(given, send) {
      const id = `kick:${given}`;
      return kicking(id, async () => {
        if (jobs.stateOf(id) !== undefined) return { kind: 'sent' };
        const reply = await send();
        if (reply.kind === 'sent') jobs.mark(id, 'sent');
        return reply;
      });
    },
  };
}
