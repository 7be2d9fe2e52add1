import { expect, it } from 'vitest';
import { readReturnDraft, writeReturnDraft } from './return-draft.ts';
import { beginVoid } from './void-sale.ts';

function device(kept: unknown = null) {
  const drafts = { kept };
  return {
    drafts,
    loadDraft: () => Promise.resolve(drafts.kept),
    saveDraft: (_name: string, draft: unknown) => void (drafts.kept = draft),
  };
}

const begun = (number: string, returnId = 'R1') =>
  writeReturnDraft({ number, returnId, voidReason: null, choices: new Map([['\n1', { quantity: 1, disposition: 'restock' as const }]]) });

it.each<[what: string, kept: unknown, begins: boolean, number: string]>([
  ['begins', null, true, 'A1-000001'],
  ['takes the place of a return of the same receipt, and keeps its name', begun('A1-000001'), true, 'A1-000001'],
  ['waits for a return of another receipt', begun('A1-000002'), false, 'A1-000002'],
])('a void %s', async (_what, kept, begins, number) => {
  const services = device(kept);
  expect(await beginVoid(services, 'A1-000001', 'wrong_payment')).toBe(begins);
  const draft = readReturnDraft(services.drafts.kept);
  expect(draft).toMatchObject({ number, voidReason: begins ? 'wrong_payment' : null });
  if (kept !== null) expect(draft?.returnId).toBe('R1');
  else expect(draft?.returnId).not.toBe('');
});
