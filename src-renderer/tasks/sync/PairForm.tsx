import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { readPairingCode } from '../../../domain/device/socket-protocol.ts';
import type { PairAnswer } from '../../kit/card-services.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Sync.module.css';

/** Pairs this device with the device host of its machine, by the code that the host shows. */
export function PairForm() {
  const register = useRegister();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Exclude<PairAnswer, 'paired'> | null>(null);

  async function pair(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const answer = await register.pairDevices(code);
      if (answer !== 'paired') setFailure(answer);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={styles.pair} onSubmit={(event) => void pair(event)}>
      <TextInput
        label={words('terminal.code')}
        description={words('terminal.codeHint')}
        size="lg"
        autoComplete="off"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={failure !== null && words(`terminal.failed.${failure}`)}
      />
      <Button type="submit" size="lg" loading={busy} disabled={readPairingCode(code) === null}>
        {words('terminal.pair')}
      </Button>
    </form>
  );
}
