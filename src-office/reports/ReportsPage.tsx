import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { TillReports } from '../../src-renderer/kit/reports/TillReports.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';

/** What a store sold, and who did what there. */
export function ReportsPage() {
  const { client, overview, explain } = useOffice();
  const [chosen, setChosen] = useState<string | null>(null);
  const store = overview.stores.find(({ id }) => id === chosen) ?? overview.stores[0];
  const storeId = store?.id ?? '';
  const source = useMemo(() => client.reportsOf(storeId), [client, storeId]);
  return (
    <>
      <div className={office.head}>
        <h1 className={office.title}>{words('tillReport.title')}</h1>
        <NativeSelect
          label={words('office.store')}
          size="md"
          value={storeId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={overview.stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <p className={office.quiet}>{words('tillReport.text')}</p>
      {store === undefined ? (
        <Empty title={words('tillReport.none')} />
      ) : (
        <TillReports
          key={storeId}
          source={source}
          storeName={store.name}
          today={dateInZone(Date.now(), store.timezone)}
          timezone={store.timezone}
          explain={explain}
        />
      )}
    </>
  );
}
