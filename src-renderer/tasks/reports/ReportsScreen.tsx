import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useSync, useView } from '../../kit/register-context.tsx';
import type { ReportSource } from '../../kit/reports/report-source.ts';
import { TillReports } from '../../kit/reports/TillReports.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { Screen } from '../../kit/Screen.tsx';
import { words } from '../../../texts/words/words.ts';
import { useStoreDate } from '../../kit/use-store-date.ts';
import { PrintSlip } from './PrintSlip.tsx';
import { ownSource } from './own-source.ts';
import { useMayRead } from './use-may-read.ts';

/** Whom the figures on the screen come from. */
type Origin = 'server' | 'register';

/** The server's reports while it can be asked, and those of this register without it. */
function useSource(): { readonly source: ReportSource; readonly origin: Origin } {
  const register = useRegister();
  const isOnline = useSync(({ connection }) => connection.status === 'online');
  const associates = useDocumentList(associateDocument);
  const known = useRef(associates);
  known.current = associates;
  const [origin, setOrigin] = useState<Origin>('server');
  const source = useMemo((): ReportSource => {
    const own = ownSource(register, () => Object.fromEntries(known.current.map(({ id, name }) => [id, name])));
    const { storeReports: store } = register;
    let now = isOnline ? store : own;
    return {
      async read(period) {
        const answer = isOnline ? await store.read(period).catch(() => null) : null;
        now = answer === null ? own : store;
        setOrigin(answer === null ? 'register' : 'server');
        return answer ?? own.read(period);
      },
      watched: (query) => now.watched(query),
      entry: (registerId, seq) => now.entry(registerId, seq),
    };
  }, [register, isOnline]);
  return { source, origin };
}

function Reports() {
  const { prefix, storeName } = useRegister().identity;
  const { source, origin } = useSource();
  const today = useStoreDate();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const pending = useSync((sync) => sync.pending);
  const explain = useCallback(() => words('tillReport.notRead'), []);
  return (
    <>
      {origin === 'register' && <Notice tone="warn">{words('tillReport.ownOnly', { register: prefix })}</Notice>}
      {origin === 'server' && pending > 0 && <Notice tone="info">{words('tillReport.notSent', { count: pending })}</Notice>}
      <TillReports
        source={source}
        storeName={storeName}
        today={today}
        timezone={timezone}
        explain={explain}
        slip={(printed) => <PrintSlip {...printed} />}
      />
    </>
  );
}

/** What the store sold over some days, and who did what, for those who answer for it. */
export function ReportsScreen() {
  const register = useRegister();
  const answer = useMayRead();
  const [isAllowed, setIsAllowed] = useState(false);
  useScanner((code) => words('shift.nothingScanned', { code }));
  const ask = async () => {
    if (answer.kind === 'needs_approval') setIsAllowed((await register.requestApproval('report.read', answer.by, false)) !== null);
  };
  return (
    <Screen title={words('tillReport.title')}>
      {answer.kind === 'allowed' || isAllowed ? (
        <Reports />
      ) : (
        <Empty title={words('tillReport.mayNot')}>
          {answer.kind === 'needs_approval' && <Button onClick={() => void ask()}>{words('tillReport.ask')}</Button>}
        </Empty>
      )}
    </Screen>
  );
}
