import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { isMailAddress } from '../../domain/mail/mail-address.ts';
import type { mailSender } from '../../domain/mail/settings.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';

/** By whom mail to customers is sent. */
export function MailSenderEditor({ value, onChange }: EditorProps<typeof mailSender.standard>) {
  const [draft, setDraft] = useState({ name: value?.name ?? '', address: value?.address ?? '' });
  const isWrong = draft.address !== '' && !isMailAddress(draft.address.trim());
  const change = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const address = next.address.trim();
    onChange(isMailAddress(address) ? { name: next.name.trim(), address } : null);
  };
  return (
    <>
      <TextInput
        label={words('settings.mail.name')}
        maxLength={80}
        defaultValue={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words('settings.mail.address')}
        inputMode="email"
        dir="ltr"
        maxLength={254}
        defaultValue={draft.address}
        error={isWrong && words('mail.wrong')}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
    </>
  );
}
