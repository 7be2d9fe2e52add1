import type { FinalRefusal } from '../../domain/wire/protocol.ts';
import { formatAge } from '../app/format-time.ts';
import type { NoticeTone } from '../app/Notice.tsx';
import type { SyncState } from '../app/register-services.ts';

const REFUSED: Readonly<Record<FinalRefusal, string>> = {
  register_cloned:
    'The server has seen two machines with the same register, so it has stopped this one. Do not sell on it any more. Call support: what was recorded here is kept.',
  token_unknown: 'The server does not know this register any more. What was recorded here is kept on this device. Tell the head office, and set it up as a new register with a new register code.',
  too_old: 'This app is too old for the server. Restart it to get the newest version. What was recorded here is kept.',
};

/** What the state of the connection means for the person at the register. `now` in epoch milliseconds. */
export function connectionAdvice(sync: Pick<SyncState, 'connection' | 'pending'>, now: number): { readonly tone: NoticeTone; readonly text: string } {
  const { connection, pending } = sync;
  const waiting = pending === 0 ? 'Everything that was done here has been sent.' : `${pending} ${pending === 1 ? 'operation is' : 'operations are'} safe on this device and will be sent.`;
  switch (connection.status) {
    case 'online':
      return { tone: 'good', text: `Online. ${waiting}` };
    case 'connecting':
      return { tone: 'info', text: `Looking for the server. You can keep working. ${waiting}` };
    case 'offline':
      return { tone: 'warn', text: `Offline. The connection was lost ${formatAge(connection.since, now)}; you can keep working. ${waiting} Sending begins by itself when the network is back.` };
    case 'refused':
      return { tone: 'bad', text: REFUSED[connection.code] };
  }
}
