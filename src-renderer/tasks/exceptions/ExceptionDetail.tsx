import { associateDocument } from '../../../domain/associates/documents.ts';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import type { ChoiceMade } from '../../../domain/exceptions/resolution.ts';
import { Button } from '@mantine/core';
import type { Exception } from '../../../domain/exceptions/exception.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { useDocuments, useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import { statusWords } from '../../kit/order-words.ts';
import type { NamedGoods } from '../../kit/exceptions/effect-words.ts';
import { exceptionName } from '../../kit/exceptions/exception-words.ts';
import { ExceptionFacts } from '../../kit/exceptions/ExceptionFacts.tsx';
import styles from '../../kit/exceptions/Exceptions.module.css';
import type { FindProducts } from '../../kit/exceptions/ProductField.tsx';
import { ResolveForm } from '../../kit/exceptions/ResolveForm.tsx';
import { words } from '../../../texts/words/words.ts';
import { useOrder } from './use-order.ts';

const FOUND_AT_MOST = 5;

export interface ExceptionDetailProps {
  readonly exception: Exception;
  readonly busy: boolean;
  readonly onResolve: (made: ChoiceMade) => void;
  readonly onClose: () => void;
}

/** One exception in the store: what it is about, as far as this register knows it, and its choices. */
export function ExceptionDetail({ exception, busy, onResolve, onClose }: ExceptionDetailProps) {
  const { catalog, stockOf } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const limits = useSetting(doubtLimits);
  const associates = useDocuments(associateDocument);
  const order = useOrder(exception.subject);
  const goods: NamedGoods[] = exception.goods.map(({ sku, quantity }) => ({
    sku,
    quantity,
    name: catalog.product(sku)?.name ?? null,
    onHand: stockOf(sku)?.onHand ?? 0,
  }));
  const find: FindProducts = {
    exact: (code) => catalog.product(code.trim()) ?? catalog.lookup(code),
    search: (text) => catalog.searchForgiving(text, FOUND_AT_MOST),
  };
  return (
    <article className={styles.sheet} aria-label={exceptionName(exception.kind)}>
      <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('exceptions.all')}
      </Button>
      <ExceptionFacts
        exception={exception}
        goods={goods}
        nameOf={(id) => associates.get(id)?.name}
        facts={[
          [words('exceptions.opened'), formatMoment(exception.openedAt, timezone)],
          ...(order === undefined
            ? []
            : ([
                [words('exceptions.customer'), order.customer.name],
                [words('exceptions.orderNow'), statusWords(order.state)],
              ] as const)),
        ]}
      />
      <ResolveForm
        exception={exception}
        goods={goods}
        limits={limits}
        find={find}
        onHandOf={(sku) => stockOf(sku)?.onHand ?? null}
        busy={busy}
        onResolve={onResolve}
      />
    </article>
  );
}
