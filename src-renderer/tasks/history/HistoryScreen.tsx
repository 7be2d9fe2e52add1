import { Tabs } from '@mantine/core';
import { Screen } from '../../kit/Screen.tsx';
import styles from './History.module.css';
import { PastReceipts } from './PastReceipts.tsx';
import { PastShifts } from './PastShifts.tsx';
import { words } from '../../../texts/words/words.ts';

/** What was done on this register before, out of its own journal: there without the network too. */
export function HistoryScreen() {
  return (
    <Screen title={words('task.history')}>
      <Tabs defaultValue="receipts" keepMounted={false} className={styles.tabs}>
        <Tabs.List>
          <Tabs.Tab value="receipts" className={styles.tab}>
            {words('history.receipts')}
          </Tabs.Tab>
          <Tabs.Tab value="shifts" className={styles.tab}>
            {words('history.shifts')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="receipts" className={styles.panel}>
          <PastReceipts />
        </Tabs.Panel>
        <Tabs.Panel value="shifts" className={styles.panel}>
          <PastShifts />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
