import { isFinalRefusal } from '../../domain/protocol/protocol.ts';
import { ServerRefused } from '../base/http-client.ts';
import { sleep } from '../base/timeout.ts';
import { checkJournal } from '../journal/mend/check-journal.ts';
import type { JournalCollections } from '../storage/register-database.ts';
import type { ServerClient } from '../sync/server-client.ts';
import type { KeptJournalNote } from './journal-note.ts';
import { report } from './report.ts';

const LOOK_AGAIN_MS = 5_000;
const PAUSE_MS = 50;

/** Starts the app again, which mends the journal, as soon as the server can be asked for what is missing. */
export async function startAgainWithServer(client: ServerClient, note: KeptJournalNote): Promise<void> {
  for (;;) {
    try {
      await client.readBack(note.current().reached);
      return location.reload();
    } catch (error) {
      // A register that was stopped is told so by its own requests, and gets nothing back.
      if (error instanceof ServerRefused && isFinalRefusal(error.code)) return;
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

/** Checks the whole journal while people work, a page at a time. A fault in what the server has is mended at the next start. */
export async function lookBehind(journal: JournalCollections['journal'], registerId: string, note: KeptJournalNote): Promise<void> {
  const { faultAt } = await checkJournal(journal, registerId, 0, note.current().accepted, () => sleep(PAUSE_MS));
  if (faultAt === null) return;
  report(new Error(`The journal is damaged at operation ${faultAt}; it will be mended when the app is opened again.`));
  await note.write({ doubt: true });
}
