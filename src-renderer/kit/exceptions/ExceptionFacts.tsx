import type { Exception } from '../../../domain/exceptions/exception.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { joined, type NamedGoods } from './effect-words.ts';
import { exceptionMeaning, exceptionName, whatHappened } from './exception-words.ts';
import styles from './Exceptions.module.css';
import { words } from '../../../texts/words/words.ts';

export interface ExceptionFactsProps {
  readonly exception: Exception;
  readonly goods: readonly NamedGoods[];
  /** What else is known: a word for it, and what it is. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What a colleague is called, where colleagues are known. */
  readonly nameOf?: (associateId: string) => string | undefined;
}

/** What happened, what that means, and the goods it is about. */
export function ExceptionFacts({ exception, goods, facts, nameOf }: ExceptionFactsProps) {
  const cash = Object.entries(exception.cash ?? {});
  return (
    <>
      <header>
        <h2 className={styles.name}>{exceptionName(exception.kind)}</h2>
        <p className={styles.explanation}>{whatHappened(exception, goods, nameOf)}</p>
        <p className={styles.meaning}>{exceptionMeaning(exception.kind)}</p>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>{words('exceptions.about')}</dt>
          <dd>
            <bdi>{exception.subject}</bdi>
          </dd>
        </div>
        {cash.length > 0 && (
          <div>
            <dt>{words('exceptions.cash')}</dt>
            <dd>{joined(cash.map(([currency, minor]) => formatMoney(minor, currency)))}</dd>
          </div>
        )}
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {goods.length > 0 && (
        <table className={styles.goods}>
          <thead>
            <tr>
              <th scope="col">{words('exceptions.goods')}</th>
              <th scope="col">{words('exceptions.units')}</th>
              <th scope="col">{words('exceptions.inStock')}</th>
            </tr>
          </thead>
          <tbody>
            {goods.map((one, index) => (
              <tr key={`${one.sku} ${index}`}>
                <td>
                  {one.name ?? words('exceptions.notInCatalog')} <span className={styles.quiet}>{one.sku}</span>
                </td>
                <td>{one.quantity}</td>
                <td>{one.onHand ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
