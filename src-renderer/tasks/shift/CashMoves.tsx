import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { CASH_REASONS, type CashMoved, type CashMovementKind, moveCash, openWithoutSale } from '../../../domain/shift/cash-movement.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney, parseAmount } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { cashPaper } from './cash-paper.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Shift.module.css';

const KINDS = ['pay_in', 'pay_out', 'drop'] as const;
const NO_SALE_REASONS = CASH_REASONS.no_sale;

type Said = { readonly tone: 'good' | 'bad'; readonly text: string } | null;

interface MoveFormProps {
  readonly kind: CashMovementKind;
  readonly currency: string;
  /** @param moved what moved; nothing where somebody went back. */
  readonly onDone: (said: Said, moved?: CashMoved) => void;
}

/** How much, and why or in which bag. The button says the amount: that is the second step. */
function MoveForm({ kind, currency, onDone }: MoveFormProps) {
  const register = useRegister();
  const [text, setText] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const [bag, setBag] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const amountMinor = parseAmount(text, currency) ?? Number.NaN;
  const amount = Number.isNaN(amountMinor) ? '' : formatMoney(amountMinor, currency);
  const reasons = kind === 'drop' ? [] : CASH_REASONS[kind];
  const isReady = amountMinor > 0 && (reasons.length === 0 || reason !== null);

  async function record(): Promise<void> {
    if (busy || !isReady) return;
    setBusy(true);
    const wanted = { kind, amountMinor, reason, bag: bag.trim() || null };
    const result = await register.record(({ openShift }) => moveCash(openShift, wanted));
    setBusy(false);
    if (!result.ok) return setProblem(refusalSentence(result.refusal));
    onDone({ tone: 'good', text: words(`shift.moveDone.${kind}`, { amount }) }, { ...wanted, currency });
  }

  return (
    // Enter chooses nothing here: only the button that says the amount moves money.
    <form className={styles.form} aria-label={words(`shift.move.${kind}`)} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <TextInput
        label={words('shift.moveAmount')}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={text}
        onChange={(event) => (setText(event.currentTarget.value), setProblem(null))}
      />
      {reasons.length > 0 && (
        <div role="group" aria-label={words('shift.why')} className={styles.reasons}>
          {reasons.map((one) => (
            <Button key={one} variant={reason === one ? 'light' : 'default'} aria-pressed={reason === one} onClick={() => setReason(one)}>
              {words(`cashReason.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {kind === 'drop' && (
        <TextInput
          label={words('shift.bag')}
          autoComplete="off"
          maxLength={40}
          value={bag}
          onChange={(event) => setBag(event.currentTarget.value)}
        />
      )}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => onDone(null)}>
          {words('kit.goBack')}
        </Button>
        <Button disabled={!isReady} loading={busy} onClick={() => void record()}>
          {isReady ? words(`shift.moveButton.${kind}`, { amount }) : words(`shift.move.${kind}`)}
        </Button>
      </div>
    </form>
  );
}

/** Cash that comes in or goes out without a sale, and the drawer opened for another reason: each with why, and with who did it. */
export function CashMoves({ shift }: { readonly shift: Shift }) {
  const register = useRegister();
  const [kind, setKind] = useState<CashMovementKind | null>(null);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const printing = usePrintout(null);
  const top = useSlipHead();
  const by = useStore(register.signIn, ({ associate }) => associate?.name ?? '');

  function done(told: Said, moved?: CashMoved): void {
    setSaid(told);
    setKind(null);
    if (moved !== undefined && printing.hasPrinter) printing.print(() => cashPaper(moved, top(new Date().toISOString()), by));
  }

  async function open(reason: string): Promise<void> {
    setAsking(false);
    const result = await register.record(({ openShift }) => openWithoutSale(openShift, reason));
    setSaid(result.ok ? { tone: 'good', text: words('shift.moveDone.no_sale') } : { tone: 'bad', text: refusalSentence(result.refusal) });
  }

  return (
    <section className={styles.card} aria-label={words('shift.cashMoves')}>
      <h2 className={styles.small}>{words('shift.cashMoves')}</h2>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      <PrintoutNotice said={printing.said} part={null} />
      {kind === null ? (
        <div className={styles.moves}>
          {KINDS.map((one) => (
            <Button key={one} variant="default" onClick={() => (setSaid(null), setKind(one))}>
              {words(`shift.move.${one}`)}
            </Button>
          ))}
          <Button variant="default" onClick={() => (setSaid(null), setAsking(true))}>
            {words('shift.move.no_sale')}
          </Button>
        </div>
      ) : (
        <MoveForm kind={kind} currency={shift.currency} onDone={done} />
      )}
      <ReasonDialog
        question={asking ? { title: words('shift.move.no_sale'), explanation: words('shift.whyOpen') } : null}
        reasons={Object.fromEntries(NO_SALE_REASONS.map((one) => [one, words(`cashReason.${one}`)]))}
        onChoose={(reason) => void open(reason)}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
