import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { TerminalTotals } from '../../../domain/payments/terminal-totals.ts';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import { useRegister } from '../../kit/register-context.tsx';
import type { AskedTerminal } from './terminal-figures.ts';

/** What the card terminal says that it took in an open shift, asked again whenever a card was. @param report null while it is read. */
export function useTerminalTotals(report: ShiftReport | null): AskedTerminal {
  const register = useRegister();
  const terminalId = useStore(register.terminal, (state) => (state.status === 'absent' ? null : state.label));
  const shiftId = report === null || report.closed !== null ? null : report.shiftId;
  const moved = JSON.stringify([report?.terminals, report?.unansweredCards]);
  const [told, setTold] = useState<TerminalTotals | null>(null);
  useEffect(() => {
    if (shiftId === null) return undefined;
    let isWanted = true;
    setTold(null);
    void register.terminalTotals(shiftId).then((totals) => isWanted && setTold(totals));
    return () => {
      isWanted = false;
    };
  }, [register, shiftId, moved]);
  return told ?? (terminalId === null || shiftId === null ? null : { result: 'asking', terminalId });
}
