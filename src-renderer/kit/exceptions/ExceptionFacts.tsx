import type { Exception } from '../../../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE } from '../../../domain/exceptions/guide.ts';
import { formatMoney } from '../format-money.ts';
import type { NamedGoods } from './effect-words.ts';
import styles from './Exceptions.module.css';

export interface ExceptionFactsProps {
  readonly exception: Exception;
  readonly goods: readonly NamedGoods[];
  /** What else is known: a word for it, and what it is. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** What happened, what that means, and the goods it is about. */
export function ExceptionFacts({ exception, goods, facts }: ExceptionFactsProps) {
  const { name, meaning } = EXCEPTION_GUIDE[exception.kind];
  const cash = Object.entries(exception.cash ?? {});
  return (
    <>
      <header>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.explanation}>{exception.explanation}</p>
        <p className={styles.meaning}>{meaning}</p>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>About</dt>
          <dd>{exception.subject}</dd>
        </div>
        {cash.length > 0 && (
          <div>
            <dt>Cash in question</dt>
            <dd>{cash.map(([currency, minor]) => formatMoney(minor, currency)).join(' and ')}</dd>
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
              <th scope="col">Goods</th>
              <th scope="col">Units</th>
              <th scope="col">In stock by the books</th>
            </tr>
          </thead>
          <tbody>
            {goods.map((one, index) => (
              <tr key={`${one.sku} ${index}`}>
                <td>
                  {one.name ?? 'Not in the catalog'} <span className={styles.quiet}>{one.sku}</span>
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
