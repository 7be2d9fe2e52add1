import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { addNote, NOTE_LENGTH, orderNoteDocument } from '../../../domain/notes/order-note.ts';
import { useDocumentList, useDocuments, useView } from '../../kit/register-context.tsx';
import { formatWhen } from '../../kit/order-words.ts';
import type { Steps } from '../picking/use-steps.ts';
import { words } from '../../../texts/words/words.ts';

/** The notes on an order, the oldest first; nothing when there are none. */
export function OrderNotes({ fulfillmentOrderId }: { readonly fulfillmentOrderId: string }) {
  const associates = useDocuments(associateDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const notes = useDocumentList(orderNoteDocument)
    .filter((note) => note.fulfillmentOrderId === fulfillmentOrderId)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const heading = useId();
  if (notes.length === 0) return null;
  return (
    <Stack component="section" gap="xs" my="sm" aria-labelledby={heading}>
      <Title order={3} size="h5" id={heading}>
        {words('pickup.notes')}
      </Title>
      {notes.map((note) => (
        <Text key={note.id}>
          {note.text}{' '}
          <Text span size="sm" c="dimmed">
            {[associates.get(note.associateId ?? '')?.name, formatWhen(note.at, timezone)].filter((part) => part !== undefined).join(', ')}
          </Text>
        </Text>
      ))}
    </Stack>
  );
}

/** A field for a note on an order. */
export function AddNote({ fulfillmentOrderId, steps }: { readonly fulfillmentOrderId: string; readonly steps: Steps }) {
  const [typed, setTyped] = useState('');

  async function add(): Promise<void> {
    const recorded = await steps.take([() => addNote(fulfillmentOrderId, typed)], words('pickup.noteAdded'));
    if (recorded.length > 0) setTyped('');
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        mt="md"
        label={words('pickup.note')}
        description={words('pickup.noteHint')}
        value={typed}
        maxLength={NOTE_LENGTH}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button mt="xs" type="submit" variant="default" disabled={steps.busy || typed.trim() === ''}>
        {words('pickup.addNote')}
      </Button>
    </form>
  );
}
