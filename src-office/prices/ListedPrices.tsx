import { Button, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ListPrice, PriceList } from '../../domain/price-lists/price-list.ts';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useTask } from '../base/use-task.ts';
import { NEW_PRICE, priceDraftOf } from './price-draft.ts';
import { PriceForm } from './PriceForm.tsx';
import { datesWords } from './PriceListRow.tsx';
import { PriceRow } from './PriceRow.tsx';

const LOOK_AGAIN_MS = 30_000;

/** The prices of one list: find, add, change and delete them. */
export function ListedPrices({ list, onBack }: { readonly list: PriceList; readonly onBack: () => void }) {
  const { client, explain } = useOffice();
  const { id, currency, name } = list;
  const [search, setSearch] = useState('');
  const [on, setOn] = useState('');
  const load = useCallback(
    (after?: string) => client.listPrices(id, { search: search.trim(), ...(on !== '' && { on }), ...(after !== undefined && { after }) }),
    [client, id, search, on],
  );
  const prices = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();
  const [draft, setDraft] = useState<ReturnType<typeof priceDraftOf> | null>(null);

  async function put(price: ListPrice): Promise<void> {
    await client.putPrice(id, price);
    setDraft(null);
    prices.reload();
  }

  return (
    <>
      <PageHead
        title={name}
        text={words('prices.listText', { dates: datesWords(list) })}
        onAdd={draft === null ? () => setDraft(NEW_PRICE) : null}
        add={words('prices.addPrice')}
        trouble={prices.trouble}
        said={said}
      />
      <div className={office.buttons}>
        <Button variant="default" onClick={onBack}>
          {words('prices.back')}
        </Button>
      </div>
      {draft !== null && (
        <PriceForm key={`${draft.sku} ${draft.startsOn}`} draft={draft} currency={currency} onSubmit={put} onClose={() => setDraft(null)} />
      )}
      <Filters search={search} on={on} onSearch={setSearch} onDay={setOn} />
      {prices.items?.length === 0 && <Empty title={words('prices.nothingFound')} />}
      <ul className={office.handOffs} aria-label={words('prices.pricesOf', { name })}>
        {prices.items?.map((price) => (
          <PriceRow
            key={`${price.sku} ${price.startsOn ?? ''}`}
            price={price}
            currency={currency}
            busy={busy}
            onChange={() => setDraft(priceDraftOf(price, currency))}
            onDelete={() =>
              void run(async () => {
                await client.deletePrice(id, price);
                prices.reload();
                return null;
              })
            }
          />
        ))}
      </ul>
      {prices.hasMore && (
        <Button variant="default" onClick={prices.more}>
          {words('office.showMore')}
        </Button>
      )}
    </>
  );
}

interface FiltersProps {
  readonly search: string;
  readonly on: string;
  readonly onSearch: (search: string) => void;
  readonly onDay: (on: string) => void;
}

function Filters({ search, on, onSearch, onDay }: FiltersProps) {
  return (
    <div className={office.filters}>
      <TextInput
        label={words('prices.search')}
        size="md"
        maxLength={100}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <TextInput label={words('prices.on')} size="md" type="date" value={on} onChange={(event) => onDay(event.currentTarget.value)} />
    </div>
  );
}
