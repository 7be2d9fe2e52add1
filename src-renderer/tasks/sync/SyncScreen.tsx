import { Button } from '@mantine/core';
import { formatNumber } from '../../../texts/say/format-money.ts';
import { formatAge } from '../../../texts/say/format-time.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
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
import { RefusedCustomers } from './RefusedCustomers.tsx';
import { ScannersSection } from './ScannersSection.tsx';
import styles from './Sync.module.css';
import { TerminalSection } from './TerminalSection.tsx';
import { words } from '../../../texts/words/words.ts';

/** Whether this register and the server agree, in plain words, and the two things a person may do about it. */
export function SyncScreen() {
  const { training } = useRegister();
  return training.isOn ? <SyncInTraining /> : <SyncOfShop />;
}

/** A register in training sends nothing: what stands between the shop and its server is not to be seen from it. */
function SyncInTraining() {
  return (
    <Screen title={words('task.sync')}>
      <Empty title={words('training.mark')}>{words('training.notSent')}</Empty>
    </Screen>
  );
}

function SyncOfShop() {
  const register = useRegister();
  const sync = useSync((state) => state);
  const complete = useView((view) => view.complete);
  const catalogSize = useView((view) => view.catalogSize);
  const now = useNow(5000);
  const advice = connectionAdvice(sync, now);
  const facts: readonly (readonly [string, string])[] = [
    [words('sync.lastContact'), sync.lastContactAt === null ? words('sync.notSinceOpened') : formatAge(sync.lastContactAt, now)],
    [words('sync.notSent'), String(sync.pending)],
    [words('sync.recorded'), String(sync.lastSeq)],
    [
      words('sync.completeAt'),
      sync.replicaCompleteAt === null
        ? words('sync.notYet')
        : complete
          ? formatAge(sync.replicaCompleteAt, now)
          : words('sync.fetchingAgain', { age: formatAge(sync.replicaCompleteAt, now) }),
    ],
    [words('sync.products'), formatNumber(catalogSize)],
    [words('sync.store'), register.identity.storeName],
    [words('sync.register'), register.identity.prefix],
    [words('sync.registerId'), register.identity.registerId],
  ];
  return (
    <Screen
      title={words('task.sync')}
      actions={
        <>
          <SaveCopyButton />
          <PullAgainButton online={sync.connection.status === 'online'} />
          <Button onClick={() => register.syncNow()}>{words('sync.tryNow')}</Button>
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
            <dd data-long={value.length > 24}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <TerminalSection />
      <ScannersSection />
      <ScannerSettings />
      <RefusedCustomers />
      <QuarantinedList />
    </Screen>
  );
}
