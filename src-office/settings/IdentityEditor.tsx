import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { type IdentityDocument, IDENTITY_DOCUMENTS } from '../../domain/fulfillment/identity.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';

/** The documents that count at the pickup counter. */
export function IdentityEditor({ value, onChange }: EditorProps<IdentityDocument[]>) {
  const [chosen, setChosen] = useState<readonly IdentityDocument[]>(value);
  return (
    <Stack gap="xs">
      {IDENTITY_DOCUMENTS.map((kind) => (
        <Checkbox
          key={kind}
          label={words(`identity.${kind}`)}
          checked={chosen.includes(kind)}
          onChange={(event) => {
            const next = IDENTITY_DOCUMENTS.filter((one) => (one === kind ? event.currentTarget.checked : chosen.includes(one)));
            setChosen(next);
            onChange(next);
          }}
        />
      ))}
    </Stack>
  );
}
