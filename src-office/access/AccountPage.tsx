import { useCallback, useEffect, useState } from 'react';
import type { SignedInUser } from '../../domain/access/access-protocol.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import styles from './Access.module.css';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';

/** A user's own password and second factor. */
export function AccountPage() {
  const { client, explain } = useOffice();
  const [me, setMe] = useState<SignedInUser | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [changed, setChanged] = useState(false);
  const load = useCallback(() => {
    client.me().then(setMe, (error: unknown) => setTrouble(explain(error)));
  }, [client, explain]);
  useEffect(load, [load]);
  return (
    <>
      <h1 className={office.title}>{words('access.account')}</h1>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      <section className={styles.form}>
        <h2>{words('access.changePassword')}</h2>
        {changed && <Notice tone="good">{words('access.passwordChanged')}</Notice>}
        <PasswordForm client={client} explain={explain} onChanged={() => setChanged(true)} />
      </section>
      {me !== null && (
        <section className={styles.form}>
          <h2>{words('access.secondFactor')}</h2>
          <p>{me.secondFactor ? words('access.secondFactorOn', { count: me.recoveryCodesLeft }) : words('access.secondFactorOff')}</p>
          <SecondFactorForm key={me.recoveryCodesLeft} client={client} explain={explain} hasOne={me.secondFactor} onDone={load} />
        </section>
      )}
    </>
  );
}
