import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { richWords } from '../../src-renderer/words/rich-words.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import type { OfficeClient } from '../base/office-client.ts';
import styles from './Access.module.css';
import { QrCode } from '../base/QrCode.tsx';
import { useForm } from '../base/use-form.ts';

export interface SecondFactorFormProps {
  readonly client: OfficeClient;
  readonly explain: (error: unknown) => string;
  /** Whether the user has one already, of which a code is asked for. */
  readonly hasOne: boolean;
  readonly onDone: () => void;
}

interface Secret {
  readonly secret: string;
  readonly address: string;
}

/** Sets a second factor up: the password, the secret, a code of it, and the recovery codes. */
export function SecondFactorForm({ client, explain, hasOne, onDone }: SecondFactorFormProps) {
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (secret !== null) return <Confirm client={client} explain={explain} secret={secret} onConfirmed={setCodes} />;
  return <Begin client={client} explain={explain} hasOne={hasOne} onBegun={setSecret} />;
}

type BeginProps = Omit<SecondFactorFormProps, 'onDone'> & { readonly onBegun: (secret: Secret) => void };

function Begin({ client, explain, hasOne, onBegun }: BeginProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { busy, trouble, submit } = useForm(explain, async () =>
    onBegun(await client.beginSecondFactor(password, hasOne ? code : undefined)),
  );
  return (
    <form className={office.signIn} onSubmit={submit} aria-label={words('access.secondFactor')}>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      <PasswordInput
        size="md"
        label={words('access.currentPassword')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': words('access.showPassword') }}
      />
      {hasOne && (
        <TextInput
          size="md"
          label={words('access.code')}
          description={words('access.codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={busy} disabled={password === '' || (hasOne && code.trim() === '')}>
        {hasOne ? words('access.replace') : words('access.setUp')}
      </Button>
    </form>
  );
}

interface ConfirmProps extends Pick<SecondFactorFormProps, 'client' | 'explain'> {
  readonly secret: Secret;
  readonly onConfirmed: (codes: readonly string[]) => void;
}

function Confirm({ client, explain, secret, onConfirmed }: ConfirmProps) {
  const [code, setCode] = useState('');
  const { busy, trouble, submit } = useForm(explain, async () => onConfirmed(await client.confirmSecondFactor(code)));
  return (
    <form className={office.signIn} onSubmit={submit} aria-label={words('access.secondFactor')}>
      <p>{words('access.scan')}</p>
      <QrCode text={secret.address} label={words('access.qrCode')} />
      <p className={office.secret}>{richWords('access.secretText', { secret: <code>{secret.secret}</code> })}</p>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      <TextInput
        size="md"
        label={words('access.newCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={code.trim() === ''}>
        {words('access.confirm')}
      </Button>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  return (
    <section className={office.signIn} aria-label={words('access.recoveryCodes')}>
      <Notice tone="warn">{words('access.recoveryCodesText')}</Notice>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{words('access.goOn')}</Button>
    </section>
  );
}
