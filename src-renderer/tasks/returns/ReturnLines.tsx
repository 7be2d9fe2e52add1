import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import type { Staying } from '../../../domain/returns/return-terms.ts';
import type { Stays } from './line-terms.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { type Choices, type LineChoice, lineKey, NO_CHOICE, refundsSoFar, type ReturnSource, type SoFar } from './return-form.ts';
import { ReturnLineRow } from './ReturnLineRow.tsx';
import styles from './Returns.module.css';
import { words } from '../../../texts/words/words.ts';

export interface ReturnLinesProps {
  readonly source: ReturnSource;
  readonly choices: Choices;
  readonly stays: Stays;
  /** Whether the sale as a whole is taken back. */
  readonly isVoid: boolean;
  readonly onChoose: (line: ReturnableLine, choice: LineChoice) => void;
  /** Somebody wants to take back what stays. */
  readonly onAllow: (line: ReturnableLine, staying: Staying) => void;
  /** Somebody does not want to ask for the fee of a line. */
  readonly onWaive: (line: ReturnableLine) => void;
}

const NOTHING: SoFar = { refundMinor: 0, feeMinor: 0, waivedMinor: 0 };

/** What was bought, and what of it comes back. */
export function ReturnLines({ source, choices, stays, isVoid, onChoose, onAllow, onWaive }: ReturnLinesProps) {
  const refunds = refundsSoFar(source, choices);
  const first = source.lines.find((line) => unitsReturnable(line) > 0);
  return (
    <>
      {source.lines.length === 0 && <Empty title={words('returns.nothingLeft')}>{words('returns.nothingLeftText')}</Empty>}
      {source.lines.length > 0 && first === undefined && <Notice tone="info">{words('returns.allBack')}</Notice>}
      <ul className={styles.lines} aria-label={words('returns.items')}>
        {source.lines.map((line) => (
          <ReturnLineRow
            key={lineKey(line)}
            line={line}
            choice={choices.get(lineKey(line)) ?? NO_CHOICE}
            soFar={refunds.get(lineKey(line)) ?? NOTHING}
            currency={source.currency}
            first={line === first}
            staying={stays(line)}
            asksWhy={!isVoid}
            onChange={(choice) => onChoose(line, choice)}
            onAllow={(staying) => onAllow(line, staying)}
            onWaive={() => onWaive(line)}
          />
        ))}
      </ul>
    </>
  );
}
