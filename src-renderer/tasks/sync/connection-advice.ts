import { formatAge } from '../../../texts/say/format-time.ts';
import type { NoticeTone } from '../../kit/Notice.tsx';
import type { SendTrouble, SyncState } from '../../kit/register-services.ts';
import { isRecordable } from '../../base/journal-health.ts';
import { words } from '../../../texts/words/words.ts';

const REFUSED = { register_withdrawn: 'advice.withdrawn', token_unknown: 'advice.unknown' } as const;

/** What it means that nothing is recorded and nothing is sent, because the journal is not whole. */
function closedAdvice({ journal, pending }: Pick<SyncState, 'journal' | 'pending'>): { readonly tone: NoticeTone; readonly text: string } {
  const kept = pending === 0 ? '' : words('advice.kept', { count: pending });
  return journal === 'lost'
    ? { tone: 'bad', text: words('advice.lost', { kept }) }
    : { tone: 'warn', text: words('advice.incomplete', { kept }) };
}

function troubleWords({ reason, status }: SendTrouble): string {
  return reason === 'refused' || reason === 'failed' ? words(`trouble.${reason}`, { status: String(status) }) : words(`trouble.${reason}`);
}

/** What the state of the connection means for the person at the register. `now` in epoch milliseconds. */
export function connectionAdvice(
  sync: Pick<SyncState, 'connection' | 'pending' | 'journal' | 'forkHandedOver' | 'sendTrouble'>,
  now: number,
): { readonly tone: NoticeTone; readonly text: string } {
  const { connection, pending, journal } = sync;
  if (!isRecordable(journal) && connection.status !== 'refused') return closedAdvice(sync);
  const waiting = pending === 0 ? words('advice.allSent') : words('advice.safe', { count: pending });
  switch (connection.status) {
    case 'online':
      if (sync.sendTrouble === null || pending === 0) return { tone: 'good', text: words('advice.online', { waiting }) };
      // It means that the server can be asked, and what was done here does not get through.
      return {
        tone: 'warn',
        text: words('advice.sendTrouble', {
          age: formatAge(sync.sendTrouble.since, now),
          reason: troubleWords(sync.sendTrouble),
          waiting,
        }),
      };
    case 'connecting':
      return { tone: 'info', text: words('advice.connecting', { waiting }) };
    case 'offline':
      return { tone: 'warn', text: words('advice.offline', { age: formatAge(connection.since, now), waiting }) };
    case 'server_too_old':
      return { tone: 'warn', text: words('advice.serverTooOld', { waiting }) };
    case 'refused':
      if (connection.code === 'too_old') return { tone: 'warn', text: words('advice.appTooOld', { waiting }) };
      // Two machines work as one register: a copied profile, a disk image, a restored backup (rule J7).
      if (connection.code === 'register_cloned')
        return { tone: 'bad', text: words(sync.forkHandedOver ? 'advice.clonedHandedOver' : 'advice.cloned') };
      return { tone: 'bad', text: words(REFUSED[connection.code]) };
  }
}
