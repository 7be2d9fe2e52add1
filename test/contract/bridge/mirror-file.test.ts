import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournalMirror } from '../../../src-main/journal-mirror/journal-mirror.ts';
import { describeMirror } from './mirror-contract.ts';

describeMirror('a file of the desktop app', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-mirror-'));
  const file = join(folder, 'journal-mirror.jsonl');
  let running = createJournalMirror(file);
  async function restart() {
    await running.close();
    running = createJournalMirror(file);
    return running;
  }
  return {
    mirror: running,
    restart,
    async spoil(text) {
      await running.close();
      await appendFile(file, text);
      return restart();
    },
    async dispose() {
      await running.close();
      await rm(folder, { recursive: true });
    },
  };
});
