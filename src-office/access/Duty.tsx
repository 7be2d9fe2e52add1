import { Button } from '@mantine/core';
import type { DutyOfUser } from '../../domain/access/access-protocol.ts';
import { Doorway } from '../../src-renderer/kit/Doorway.tsx';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import styles from '../base/Office.module.css';
import type { OfficeClient } from '../base/office-client.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';

export interface DutyProps {
  readonly duty: DutyOfUser;
  readonly client: OfficeClient;
  readonly explain: (error: unknown) => string;
  readonly onDone: () => void;
  readonly onSignOut: () => void;
}

/** What a user has to do before anything else. */
export function Duty({ duty, client, explain, onDone, onSignOut }: DutyProps) {
  return (
    <Doorway title={words('office.title')}>
      <div className={styles.signIn}>
        <Notice tone="warn">{words(`access.duty.${duty}`)}</Notice>
        {duty === 'change_password' ? (
          <PasswordForm client={client} explain={explain} onChanged={onDone} />
        ) : (
          <SecondFactorForm client={client} explain={explain} hasOne={false} onDone={onDone} />
        )}
        <Button variant="subtle" onClick={onSignOut}>
          {words('app.signOut')}
        </Button>
      </div>
    </Doorway>
  );
}
