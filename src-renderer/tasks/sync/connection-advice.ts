import type { FinalRefusal } from '../../../domain/protocol/protocol.ts';
import { formatAge } from '../../kit/format-time.ts';
import type { NoticeTone } from '../../kit/Notice.tsx';
import type { SendTrouble, SyncState } from '../../kit/register-services.ts';
import { isRecordable } from '../../base/journal-health.ts';

const REFUSED: Readonly<Record<Exclude<FinalRefusal, 'too_old' | 'register_cloned'>, string>> = {
  register_withdrawn:
    'The head office has withdrawn this register. What was recorded here is kept on this device. Save a copy for support and ' +
    'give it to the head office; then set the device up as a new register with a new register code.',
  token_unknown:
    'The server does not know this register any more. What was recorded here is kept on this device. Tell the head office, ' +
    'and set it up as a new register with a new register code.',
};

/** What to do on a register that runs on two machines: a copied profile, a disk image, a restored backup (rule J7). */
function clonedText(forkHandedOver: boolean): string {
  const records = forkHandedOver
    ? 'Everything that was recorded here is with the head office, which settles it.'
    : 'Everything that was recorded here is kept on this device, and goes to the head office by itself when the network is ' +
      'there. Save a copy for support.';
  return (
    `Two machines work as this register, so it has stopped. Do not sell on it any more, and tell the head office. ${records} ` +
    'Then set each machine up as a new register.'
  );
}

/** What it means that nothing is recorded and nothing is sent, because the journal is not whole. */
function closedAdvice({ journal, pending }: Pick<SyncState, 'journal' | 'pending'>): { readonly tone: NoticeTone; readonly text: string } {
  const kept =
    pending === 0
      ? ''
      : pending === 1
        ? ' 1 operation has not been sent; it is kept on this device.'
        : ` ${pending} operations have not been sent; they are kept on this device.`;
  return journal === 'lost'
    ? {
        tone: 'bad',
        text:
          `Nothing is recorded on this register any more, and nothing is sent.${kept} Save a copy for support, then set this ` +
          'device up as a new register.',
      }
    : {
        tone: 'warn',
        text:
          `Nothing is recorded here, and nothing is sent, until the server has been asked for what is missing.${kept} It goes ` +
          'on by itself when the network is there.',
      };
}

const SEND_TROUBLE: Readonly<Record<SendTrouble['reason'], (status: number | null) => string>> = {
  too_large: () =>
    'something between this register and the server does not let messages of this size through (413). They are sent in smaller parts',
  too_slow: () => 'the connection is too slow for what is to be sent. It is sent in smaller parts',
  not_signed: () => 'the server knows another key of this register. The head office can make it forget that key',
  refused: (status) => `something between this register and the server refuses it (${status})`,
  failed: (status) => `the server fails over it (${status})`,
  no_answer: () => 'no answer comes to it',
};

/** What it means that the server can be asked, and what was done here does not get through. */
function sendTroubleText({ reason, status, since }: SendTrouble, waiting: string, now: number): string {
  return (
    `Online, but sending began to fail ${formatAge(since, now)}: ${SEND_TROUBLE[reason](status)}. You can keep working. ` +
    `${waiting} If this stays, tell support.`
  );
}

/** What the state of the connection means for the person at the register. `now` in epoch milliseconds. */
export function connectionAdvice(
  sync: Pick<SyncState, 'connection' | 'pending' | 'journal' | 'forkHandedOver' | 'sendTrouble'>,
  now: number,
): { readonly tone: NoticeTone; readonly text: string } {
  const { connection, pending, journal } = sync;
  if (!isRecordable(journal) && connection.status !== 'refused') return closedAdvice(sync);
  const waiting =
    pending === 0
      ? 'Everything that was done here has been sent.'
      : `${pending} ${pending === 1 ? 'operation is' : 'operations are'} safe on this device and will be sent.`;
  switch (connection.status) {
    case 'online':
      if (sync.sendTrouble !== null && pending > 0) return { tone: 'warn', text: sendTroubleText(sync.sendTrouble, waiting, now) };
      return { tone: 'good', text: `Online. ${waiting}` };
    case 'connecting':
      return { tone: 'info', text: `Looking for the server. You can keep working. ${waiting}` };
    case 'offline':
      return {
        tone: 'warn',
        text:
          `Offline. The connection was lost ${formatAge(connection.since, now)}; you can keep working. ${waiting} Sending ` +
          'begins by itself when the network is back.',
      };
    case 'server_too_old':
      return {
        tone: 'warn',
        text:
          `The server is older than this app and needs its update; tell the head office. You can keep working. ${waiting} ` +
          'Sending begins by itself after the update.',
      };
    case 'refused':
      if (connection.code === 'register_cloned') return { tone: 'bad', text: clonedText(sync.forkHandedOver) };
      if (connection.code !== 'too_old') return { tone: 'bad', text: REFUSED[connection.code] };
      return {
        tone: 'warn',
        text:
          `This app is too old for the server. You can keep working. ${waiting} Close the app and open it again to get the ` +
          'newest version; if this stays, tell the head office. Sending begins by itself after the update.',
      };
  }
}
