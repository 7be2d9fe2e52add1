import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../kit/Doorway.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SaveCopyButton } from '../kit/SaveCopyButton.tsx';
import type { Opened } from './open-register.ts';
import { useScanner } from '../kit/scanner/use-scanner.ts';
import { enrolSentence } from './enrol-sentence.ts';
import { words } from '../../texts/words/words.ts';

export interface EnrolScreenProps {
  readonly opened: Extract<Opened, { kind: 'not_enrolled' }>;
  /** Told what is opened then, which may still fail. */
  readonly onEnrolled: (opened: Opened) => void;
}

/** The one screen that needs a network: a code turns this device into a register of a store. */
export function EnrolScreen({ opened, onEnrolled }: EnrolScreenProps) {
  const [code, setCode] = useState('');
  const [server, setServer] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  useScanner((scanned) => {
    setCode(scanned.trim());
    setProblem(null);
    return null;
  });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (code.trim() === '') return setProblem(words('enrol.codeMissing'));
    if (opened.askForServer && !URL.canParse(server.trim())) return setProblem(words('enrol.addressMissing'));
    setBusy(true);
    const result = await opened.enrol(code.trim(), ...(opened.askForServer ? [server.trim()] : []));
    setBusy(false);
    if (result.ok) onEnrolled(result.value);
    else setProblem(enrolSentence(result.refusal));
  }

  return (
    <Doorway title={words('enrol.title')}>
      {opened.hasLostAll && (
        <Stack mb="lg" align="flex-start">
          <Notice tone="warn">{words('enrol.lostAll')}</Notice>
          <SaveCopyButton />
        </Stack>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <p>{words('enrol.ask')}</p>
        <TextInput
          label={words('enrol.code')}
          size="lg"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          placeholder={words('enrol.codeExample')}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {opened.askForServer && (
          <TextInput
            label={words('enrol.server')}
            type="url"
            size="lg"
            autoComplete="off"
            value={server}
            onChange={(event) => setServer(event.currentTarget.value)}
          />
        )}
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <Button type="submit" size="lg" loading={busy}>
          {words('enrol.submit')}
        </Button>
      </form>
    </Doorway>
  );
}
