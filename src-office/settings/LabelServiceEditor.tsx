import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { labelService } from '../../domain/labels/settings.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';

const EMPTY = { service: '', name: '', line1: '', city: '', region: '', postalCode: '', country: '' };
const FIELDS = ['service', 'name', 'line1', 'city', 'region', 'postalCode', 'country'] as const;

/** Which service of the carrier a store sends with, and who sends. */
export function LabelServiceEditor({ value, onChange }: EditorProps<typeof labelService.standard>) {
  const [draft, setDraft] = useState(value === null ? EMPTY : { service: value.service, ...value.sender });
  const change = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const { service, ...sender } = next;
    const read = labelService.schema.safeParse({
      service: service.trim().toUpperCase(),
      sender: { ...sender, country: sender.country.toUpperCase() },
    });
    onChange(read.success ? read.data : null);
  };
  return FIELDS.map((field) => (
    <TextInput
      key={field}
      label={words(`settings.sender.${field}`)}
      defaultValue={draft[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  ));
}
