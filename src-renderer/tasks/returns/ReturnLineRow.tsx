import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconMinus, IconPlus } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { isSerialOf, limitQuantity, limitSentence, type LineChoice, serialOfPiece, type SoFar } from './return-form.ts';
import type { Staying } from '../../../domain/returns/return-terms.ts';
import { stayingSentence } from './line-terms.ts';
import { ReturnLineDetails } from './ReturnLineDetails.tsx';
import styles from './Returns.module.css';
import { lineName } from '../../../texts/say/line-name.ts';
import { words } from '../../../texts/words/words.ts';

export interface ReturnLineRowProps {
  readonly line: ReturnableLine;
  readonly choice: LineChoice;
  /** What it refunds for the choice. */
  readonly soFar: SoFar;
  readonly currency: string;
  /** Whether the cursor begins here. */
  readonly first: boolean;
  /** Why it stays with the customer; null where it comes back. */
  readonly staying: Staying | null;
  /** Whether it says why it comes back and where it goes: in a void that was said of the whole sale. */
  readonly asksWhy: boolean;
  readonly onChange: (choice: LineChoice) => void;
  readonly onAllow: (staying: Staying) => void;
  readonly onWaive: () => void;
}

interface FeeOfProps extends Pick<ReturnLineRowProps, 'soFar' | 'currency' | 'onWaive'> {
  readonly name: string;
  /** Asks for the fee after all. */
  readonly onCharge: () => void;
}

/** What the store keeps of a line, and the way to leave it to the customer. */
function FeeOf({ name, soFar: { feeMinor, waivedMinor }, currency, onWaive, onCharge }: FeeOfProps) {
  if (feeMinor === 0 && waivedMinor === 0) return null;
  const isWaived = waivedMinor > 0;
  const amount = formatMoney(isWaived ? waivedMinor : feeMinor, currency);
  return (
    <span className={styles.fee}>
      {words(isWaived ? 'returns.feeWaived' : 'returns.lessFee', { amount })}
      <Button
        variant="default"
        size="md"
        aria-label={words(isWaived ? 'returns.chargeFeeOf' : 'returns.waiveFeeOf', { name })}
        onClick={isWaived ? onCharge : onWaive}
      >
        {words(isWaived ? 'returns.chargeFee' : 'returns.waiveFee')}
      </Button>
    </span>
  );
}

/** What was bought, and what became of it since. */
function What({ line }: Pick<ReturnLineRowProps, 'line'>) {
  return (
    <span className={styles.what}>
      <strong>
        <bdi>{lineName(line)}</bdi>
      </strong>
      <span>
        <bdi>{line.sku}</bdi> · {words('returns.bought', { count: line.bought })}
        {line.ordered?.at === 'pool' && ` · ${words('returns.notLeftYet')}`}
        {line.ordered?.at === 'departed' && ` · ${words('returns.hasLeft')}`}
        {line.returned > 0 && ` · ${words('returns.cameBack', { count: line.returned })}`}
      </span>
    </span>
  );
}

/** Asks which piece came back, and compares: another one was not sold on this line. */
function ComparedSerial({ line, onSame }: { readonly line: ReturnableLine; readonly onSame: () => void }) {
  const { catalog } = useRegister();
  const [typed, setTyped] = useState('');
  const [isOther, setOther] = useState(false);
  return (
    <>
      <form
        className={styles.quantity}
        onSubmit={(event) => {
          event.preventDefault();
          if (isSerialOf(line, catalog.product(line.sku)?.gtin ?? null, typed)) onSame();
          else setOther(true);
        }}
      >
        <TextInput
          className={styles.serial}
          aria-label={words('returns.serialOf', { name: line.name })}
          placeholder={words('lack.label.serial')}
          autoComplete="off"
          maxLength={64}
          value={typed}
          error={isOther}
          onChange={(event) => (setTyped(event.currentTarget.value), setOther(false))}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          {words('returns.serialCompare')}
        </Button>
      </form>
      {isOther && (
        <span className={styles.why} role="alert">
          {words('returns.serialOther', { serial: typed })}
        </span>
      )}
    </>
  );
}

/** What stays with the customer, why, and the way to take it back all the same. */
function StayingLine({ name, staying, onAllow }: { readonly name: string; readonly staying: Staying; readonly onAllow: () => void }) {
  return (
    <span className={styles.stays}>
      <span>{stayingSentence(staying)}</span>
      <Button variant="default" size="md" aria-label={words('returns.allTheSameOf', { name })} onClick={onAllow}>
        {words('returns.allTheSame')}
      </Button>
    </span>
  );
}

/** One line that was bought: how many of it come back, why, in which condition, and where they go. */
export function ReturnLineRow(props: ReturnLineRowProps) {
  const { line, choice, soFar, currency, first, staying, asksWhy, onChange, onAllow, onWaive } = props;
  const [why, setWhy] = useState<string | null>(null);
  const left = unitsReturnable(line);
  const isCompared = serialOfPiece(line) === null || choice.quantity > 0;

  function set(typed: string): void {
    const limited = limitQuantity(line, typed);
    setWhy(limited.why);
    onChange({ ...choice, quantity: limited.quantity });
  }

  return (
    <li className={styles.line} data-chosen={choice.quantity > 0}>
      <What line={line} />
      {left === 0 ? (
        <span className={styles.none}>{limitSentence(line)}</span>
      ) : staying !== null && (choice.against ?? null) === null ? (
        <StayingLine name={line.name} staying={staying} onAllow={() => onAllow(staying)} />
      ) : (
        <>
          {isCompared ? (
            <span className={styles.quantity}>
              <ActionIcon
                aria-label={words('returns.oneLess', { name: line.name })}
                disabled={choice.quantity === 0}
                onClick={() => set(String(choice.quantity - 1))}
              >
                <IconMinus aria-hidden size={20} />
              </ActionIcon>
              <TextInput
                className={styles.units}
                aria-label={words('returns.quantity', { name: line.name, left })}
                inputMode="numeric"
                autoFocus={first}
                autoComplete="off"
                value={String(choice.quantity)}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(event) => set(event.currentTarget.value)}
              />
              <ActionIcon aria-label={words('returns.oneMore', { name: line.name })} onClick={() => set(String(choice.quantity + 1))}>
                <IconPlus aria-hidden size={20} />
              </ActionIcon>
              <span className={styles.most}>{words('returns.of', { left })}</span>
            </span>
          ) : (
            <ComparedSerial line={line} onSame={() => set('1')} />
          )}
          {choice.quantity > 0 && (
            <span className={styles.lineRefund}>
              {formatMoney(soFar.refundMinor, currency)}
              <FeeOf name={line.name} {...{ soFar, currency, onWaive }} onCharge={() => onChange({ ...choice, waived: null })} />
            </span>
          )}
          {why !== null && (
            <span className={styles.why} role="alert">
              {why}
            </span>
          )}
          {choice.quantity > 0 && asksWhy && <ReturnLineDetails line={line} choice={choice} onChange={onChange} />}
        </>
      )}
    </li>
  );
}
