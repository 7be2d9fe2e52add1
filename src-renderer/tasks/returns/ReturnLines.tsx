import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { type Choices, type LineChoice, lineKey, NO_CHOICE, refundsSoFar, type ReturnSource } from './return-form.ts';
import { ReturnLineRow } from './ReturnLineRow.tsx';
import styles from './Returns.module.css';
import { words } from '../../../texts/words/words.ts';

export interface ReturnLinesProps {
  readonly source: ReturnSource;
  readonly choices: Choices;
  readonly onChoose: (line: ReturnableLine, choice: LineChoice) => void;
}

/** What was bought, and what of it comes back. */
export function ReturnLines({ source, choices, onChoose }: ReturnLinesProps) {
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
            refundMinor={refunds.get(lineKey(line)) ?? 0}
            currency={source.currency}
            first={line === first}
            onChange={(choice) => onChoose(line, choice)}
          />
        ))}
      </ul>
    </>
  );
}
