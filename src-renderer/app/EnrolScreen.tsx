import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../kit/Doorway.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SaveCopyButton } from '../kit/SaveCopyButton.tsx';
import type { Opened } from './open-register.ts';
import { useScanner } from '../kit/scanner/use-scanner.ts';
import { enrolSentence } from './enrol-sentence.ts';

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
    if (code.trim() === '') return setProblem('Enter the register code first.');
    if (opened.askForServer && !URL.canParse(server.trim()))
      return setProblem('Enter the whole address, for example https://outpost.example.com.');
    setBusy(true);
    const result = await opened.enrol(code.trim(), ...(opened.askForServer ? [server.trim()] : []));
    setBusy(false);
    if (result.ok) onEnrolled(result.value);
    else setProblem(enrolSentence(result.refusal));
  }

  return (
    <Doorway title="Make this device a register">
      {opened.hasLostAll && (
        <Stack mb="lg" align="flex-start">
          <Notice tone="warn">
            This device was a register before. Its records were damaged and the browser has thrown them away; a second copy of what was done
            is left. Save that copy for support before you set the device up again, and tell them: the last sales may not have been sent.
          </Notice>
          <SaveCopyButton />
        </Stack>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <p>Ask the head office for a register code. It works once and decides to which store this register belongs.</p>
        <TextInput
          label="Enter the register code"
          size="lg"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          placeholder="For example 4KD7-29MX"
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {opened.askForServer && (
          <TextInput
            label="Server address"
            type="url"
            size="lg"
            autoComplete="off"
            value={server}
            onChange={(event) => setServer(event.currentTarget.value)}
          />
        )}
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <Button type="submit" size="lg" loading={busy}>
          Set up this register
        </Button>
      </form>
    </Doorway>
  );
}
