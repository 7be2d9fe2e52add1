import type { PreviewAnswer } from '../../domain/promotions/promotion-protocol.ts';
import { formatMoney, formatUnitPrice } from '../../texts/say/format-money.ts';
import { missedWords, promotionNames, unlockWords } from '../../src-renderer/kit/promotion-reasons.ts';
import { words } from '../../texts/words/words.ts';
import styles from './Promotions.module.css';

/** What a sample sale comes to, line by line, and which promotions acted, which did not and why, and what unlocks the next. */
export function PreviewResult({ answer }: { readonly answer: PreviewAnswer }) {
  const { currency, lines, applied, missed, next, promotions, totalMinor, taxMinor } = answer;
  const names = promotionNames(promotions);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? words('sale.promotion');
  const unlock = unlockWords(next, names, currency);
  return (
    <section className={styles.result} aria-label={words('promotions.previewResult')}>
      <h3>{words('promotions.previewResult')}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>
            <div className={styles.resultLine}>
              <span>
                {line.quantity} × <bdi>{line.name}</bdi> ({formatUnitPrice(line.unitPrice, currency)})
              </span>
              <strong>{formatMoney(line.grossMinor, currency)}</strong>
            </div>
            {line.adjustments.map((one, at) => (
              <div key={at} className={styles.resultLine}>
                <span>{nameOf(one.sourceId)}</span>
                <span>{formatMoney(one.amountMinor, currency)}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
      <strong>
        {words('promotions.previewTotal', { amount: formatMoney(totalMinor, currency), tax: formatMoney(taxMinor, currency) })}
      </strong>
      <Explained
        title={words('promotion.applied')}
        of={applied.map((one) =>
          words('promotion.tookOff', { name: nameOf(one.promotionId), amount: formatMoney(one.amountMinor, currency) }),
        )}
      />
      <Explained
        title={words('promotion.missed')}
        of={missed.map((one) => {
          const promotion = promotions.find(({ id }) => id === one.promotionId);
          return words('promotion.missedBecause', { name: nameOf(one.promotionId), why: missedWords(one, promotion, names, currency) });
        })}
      />
      {applied.length + missed.length === 0 && <p>{words('promotion.nothing')}</p>}
      {unlock !== null && <p className={styles.unlock}>{unlock}</p>}
    </section>
  );
}

function Explained({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {of.map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
