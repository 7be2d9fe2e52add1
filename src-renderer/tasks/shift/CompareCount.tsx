import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { refuse } from '../../../domain/base/result.ts';
import { saleThatFits, totalsOf } from '../../../domain/reports/shift-report.ts';
import { shiftDocument } from '../../../domain/shift/documents.ts';
import { closeShift, expectedCash } from '../../../domain/shift/close-shift.ts';
import { handOverDrawer, type WantedHandover } from '../../../domain/shift/hand-over-drawer.ts';
import { holderOf } from '../../../domain/shift/shift-in-use.ts';
import { DIFFERENCE_REASONS, shiftClosing } from '../../../domain/shift/settings.ts';
import type { DrawerHandedOver, Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatClock } from '../../../texts/say/format-time.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting, useSignIn, useView } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import { useUnbookedPayments } from '../payment/use-unbooked-payments.ts';
import type { ReadReport } from './read-shift.ts';
import { ShiftFigures } from './ShiftFigures.tsx';
import { expectedParts } from './shift-figures.ts';
import styles from './Shift.module.css';
import { useNameOf } from './use-name-of.ts';
import { HandOverDialog } from './HandOverDialog.tsx';
import type { Count } from './use-count.ts';
import { TerminalCompare } from './TerminalCompare.tsx';
import { type AskedTerminal, closingTotals } from './terminal-figures.ts';
import { useShiftReport } from './use-shift-report.ts';
import { useTerminalTotals } from './use-terminal-totals.ts';

interface CompareCountProps {
  readonly shift: Shift;
  readonly count: Count;
  readonly onBack: () => void;
  readonly onClosed: () => void;
  readonly onHandedOver: (handed: DrawerHandedOver) => void;
  /** Whether the drawer is in use by a colleague: it is taken over, and not closed. */
  readonly isTaken: boolean;
}

/** Records the closing, or the handover; what was recorded since the report was made is not left out of it. */
function useClosing({ shift, count, onClosed, onHandedOver }: CompareCountProps, read: ReadReport | null, asked: AskedTerminal) {
  const register = useRegister();
  const { reasonAboveMinor } = useSetting(shiftClosing);
  const isUnanswered = useUnbookedPayments().some(({ status, leftOpen }) => status === 'started' && leftOpen === null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function close(reason: string | null): Promise<void> {
    setBusy(true);
    const { countedMinor, leftMinor, denominations } = count;
    const bag = count.bagText.trim();
    const terminal = closingTotals(asked);
    const result = await register.record(({ openShift }) => {
      if (isUnanswered) return refuse('card_payment_open');
      if (openShift?.id !== shift.id) return refuse('no_open_shift');
      if (read !== null && read.upTo !== register.sync.getState().lastSeq) return refuse('shift_went_on');
      const totals = read && totalsOf(read.report, read.before);
      return closeShift(
        openShift,
        countedMinor,
        { denominations, leftMinor, reason, totals, ...(bag !== '' && { bag }), ...terminal },
        reasonAboveMinor,
      );
    });
    setBusy(false);
    if (!result.ok) return setProblem(refusalSentence(result.refusal));
    count.clear();
    onClosed();
  }

  async function handOver(how: Pick<WantedHandover, 'toId' | 'reason' | 'isAbsent' | 'byBadge'>): Promise<void> {
    setBusy(true);
    const { countedMinor, denominations } = count;
    const wanted: WantedHandover = { countedMinor, denominations, ...how };
    let handed: DrawerHandedOver | null = null;
    const open = register.shifts().filter(({ closed }) => closed === null);
    const result = await register.record(({ reader }) => {
      if (read !== null && read.upTo !== register.sync.getState().lastSeq) return refuse('shift_went_on');
      const decided = handOverDrawer(reader.get(shiftDocument, shift.id), wanted, reasonAboveMinor, open);
      handed = decided.ok ? decided.value.payload : null;
      return decided;
    });
    setBusy(false);
    if (!result.ok) return setProblem(refusalSentence(result.refusal));
    count.clear();
    if (handed !== null) onHandedOver(handed);
  }
  return { close, handOver, busy, problem };
}

/** What was counted beside what is expected. The way back has the cursor: Enter counts again, and closes nothing. */
export function CompareCount(props: CompareCountProps) {
  const { shift, count, onBack, isTaken } = props;
  const { currency } = shift;
  const { reasonAboveMinor } = useSetting(shiftClosing);
  const [reason, setReason] = useState<string | null>(null);
  const shown = useShiftReport(shift.id);
  const read = typeof shown === 'string' ? null : shown;
  const asked = useTerminalTotals(read?.report ?? null);
  const recording = useClosing(props, read, asked);
  const nameOf = useNameOf();
  const expectedMinor = expectedCash(shift);
  const difference = count.countedMinor - expectedMinor;
  const needsReason = Math.abs(difference) > reasonAboveMinor;
  return (
    <section className={styles.card} aria-label={words('shift.compare')}>
      <div className={styles.compare}>
        <Figure name={words('shift.expected')} amount={formatMoney(expectedMinor, currency)} />
        <Figure name={words('shift.counted')} amount={formatMoney(count.countedMinor, currency)} />
        <Figure
          name={words(difference < 0 ? 'shift.isShort' : difference > 0 ? 'shift.isOver' : 'shift.isEven')}
          amount={formatMoney(difference, currency)}
          tone={difference === 0 ? 'good' : 'warn'}
        />
      </div>
      {difference !== 0 && (
        <>
          <p className={styles.hint}>{words('shift.reasonAbove', { amount: formatMoney(reasonAboveMinor, currency) })}</p>
          <div role="group" aria-label={words('shift.whatHappened')} className={styles.reasons}>
            {DIFFERENCE_REASONS.map((one) => (
              <Button
                key={one}
                variant={reason === one ? 'light' : 'default'}
                aria-pressed={reason === one}
                onClick={() => setReason(reason === one ? null : one)}
              >
                {words(`differenceReason.${one}`)}
              </Button>
            ))}
          </div>
        </>
      )}
      {read !== null && (
        <details className={styles.parts} open>
          <summary>{words('shift.howExpected', { amount: formatMoney(expectedMinor, currency) })}</summary>
          <ShiftFigures figures={expectedParts(read.report, nameOf)} />
        </details>
      )}
      {read !== null && difference !== 0 && <FittingSale read={read} difference={difference} />}
      {read !== null && !isTaken && <TerminalCompare report={read.report} asked={asked} />}
      {shown === 'failed' && <Notice tone="bad">{words('shift.notRead')}</Notice>}
      {recording.problem !== null && <Notice tone="bad">{recording.problem}</Notice>}
      <p className={styles.hint}>{needsReason && reason === null ? words('shift.chooseReason') : words('shift.signed')}</p>
      <CompareButtons
        shift={shift}
        difference={difference}
        isTaken={isTaken}
        isReady={shown !== null && shown !== 'failed' && (!needsReason || reason !== null)}
        busy={recording.busy}
        onBack={onBack}
        onClose={() => void recording.close(reason)}
        onHandOver={(how) => void recording.handOver({ reason, ...how })}
      />
    </section>
  );
}

interface CompareButtonsProps {
  readonly shift: Shift;
  readonly difference: number;
  readonly isTaken: boolean;
  readonly isReady: boolean;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onHandOver: (how: Pick<WantedHandover, 'toId' | 'isAbsent' | 'byBadge'>) => void;
}

/** Count again, close, or hand over. A drawer of somebody else is taken over. */
function CompareButtons({ shift, difference, isTaken, isReady, busy, onBack, onClose, onHandOver }: CompareButtonsProps) {
  const me = useSignIn((state) => state.associate?.id ?? null);
  const [isAsking, setAsking] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const amount = formatMoney(Math.abs(difference), shift.currency);
  const isMine = holderOf(shift) === me;
  return (
    <div className={styles.buttons}>
      <Button ref={back} variant="default" size="lg" onClick={onBack}>
        {words('shift.countAgain')}
      </Button>
      {me !== null && (
        <Button
          variant={isTaken ? 'filled' : 'default'}
          size="lg"
          disabled={!isReady || busy}
          onClick={() => (isMine ? setAsking(true) : onHandOver({ toId: me, isAbsent: true }))}
        >
          {words(isMine ? 'shift.handOver' : 'shift.takeOverButton')}
        </Button>
      )}
      {!isTaken && (
        <Button size="lg" loading={busy} disabled={!isReady} onClick={onClose}>
          {difference === 0 ? words('shift.closeButton') : words(difference < 0 ? 'shift.closeShort' : 'shift.closeOver', { amount })}
        </Button>
      )}
      <HandOverDialog
        shift={shift}
        isOpen={isAsking}
        onTaken={(toId, byBadge) => (setAsking(false), onHandOver({ toId, isAbsent: false, ...(byBadge && { byBadge }) }))}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function Figure({ name, amount, tone }: { readonly name: string; readonly amount: string; readonly tone?: 'good' | 'warn' }) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <span>{name}</span>
      <strong>{amount}</strong>
    </div>
  );
}

/** One sale may explain the difference: its change went out twice, or not at all. */
function FittingSale({ read, difference }: { readonly read: ReadReport; readonly difference: number }) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const fitting = saleThatFits(read.report, difference);
  if (fitting === null) return null;
  const { receiptNumber: receipt, at, changeMinor } = fitting;
  const amount = formatMoney(changeMinor, read.report.currency);
  return <Notice tone="info">{words('shift.fitsSale', { receipt, time: formatClock(at, timezone), amount })}</Notice>;
}
