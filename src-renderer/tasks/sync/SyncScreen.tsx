import { Button } from '@mantine/core';
import { formatAge } from '../../kit/format-time.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSync, useView } from '../../kit/register-context.tsx';
import { SaveCopyButton } from '../../kit/SaveCopyButton.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useNow } from '../../kit/use-now.ts';
import { ScannerSettings } from '../../kit/scanner/ScannerSettings.tsx';
import { mayLeave } from '../../sync/may-leave.ts';
import { connectionAdvice } from './connection-advice.ts';
import { LeaveRegisterButton } from './LeaveRegisterButton.tsx';
import { PullAgainButton } from './PullAgainButton.tsx';
import { QuarantinedList } from './QuarantinedList.tsx';
import styles from './Sync.module.css';

/** Whether this register and the server agree, in plain words, and the two things a person may do about it. */
export function SyncScreen() {
  const register = useRegister();
  const sync = useSync((state) => state);
  const complete = useView((view) => view.complete);
  const catalogSize = useView((view) => view.catalogSize);
  const now = useNow(5000);
  const advice = connectionAdvice(sync, now);
  const facts: readonly (readonly [string, string])[] = [
    ['Last contact with the server', sync.lastContactAt === null ? 'not since the app was opened' : formatAge(sync.lastContactAt, now)],
    ['Operations not sent yet', String(sync.pending)],
    ['Operations recorded on this register', String(sync.lastSeq)],
    [
      'What this register knows was complete',
      sync.replicaCompleteAt === null
        ? 'not yet'
        : complete
          ? formatAge(sync.replicaCompleteAt, now)
          : `${formatAge(sync.replicaCompleteAt, now)}, fetching again`,
    ],
    ['Products in the catalog', catalogSize.toLocaleString('en-US')],
    ['Store', register.identity.storeName],
    ['Register', register.identity.prefix],
    ['Number of the register for support', register.identity.registerId],
  ];
  return (
    <Screen
      title="Sync"
      actions={
        <>
          <SaveCopyButton />
          <PullAgainButton online={sync.connection.status === 'online'} />
          <Button onClick={() => register.syncNow()}>Try now</Button>
        </>
      }
    >
      <Notice
        tone={advice.tone}
        action={(sync.journal === 'lost' || mayLeave(sync.connection)) && <LeaveRegisterButton pending={sync.pending} />}
      >
        {advice.text}
      </Notice>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd data-long={value.length > 24}>{value}</dd>
          </div>
        ))}
      </dl>
      <ScannerSettings />
      <QuarantinedList />
    </Screen>
  );
}
