import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { PriceList } from '../../domain/price-lists/price-list.ts';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { FileUpload } from '../base/FileUpload.tsx';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useTask } from '../base/use-task.ts';
import { ListedPrices } from './ListedPrices.tsx';
import { PriceListForm } from './PriceListForm.tsx';
import { PriceListRow } from './PriceListRow.tsx';

const LOOK_AGAIN_MS = 30_000;

/** The price lists: when and for whom they hold, and the prices in them. */
export function PricesPage() {
  const { client, explain } = useOffice();
  const load = useCallback((after?: string) => client.priceLists(after === undefined ? {} : { after }), [client]);
  const lists = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();
  const [open, setOpen] = useState<PriceList | null>(null);
  const [adding, setAdding] = useState(false);

  async function put(list: PriceList): Promise<void> {
    await client.putPriceList(list);
    setAdding(false);
    lists.reload();
  }

  if (open !== null) return <ListedPrices list={open} onBack={() => (setOpen(null), lists.reload())} />;
  return (
    <>
      <PageHead
        title={words('prices.title')}
        text={words('prices.text')}
        onAdd={adding ? null : () => setAdding(true)}
        add={words('prices.addList')}
        trouble={lists.trouble}
        said={said}
      />
      {adding && <PriceListForm list={null} others={lists.items ?? []} onSubmit={put} onClose={() => setAdding(false)} />}
      <FileUpload send={client.importPrices} onTaken={lists.reload} />
      <p className={office.quiet}>{words('prices.fileText')}</p>
      {lists.items?.length === 0 && <Empty title={words('prices.noLists')} />}
      <ul className={office.handOffs} aria-label={words('prices.title')}>
        {lists.items?.map((list) => (
          <PriceListRow
            key={list.id}
            list={list}
            busy={busy}
            onOpen={() => setOpen(list)}
            onChange={async (changed) => {
              await client.putPriceList(changed);
              lists.reload();
            }}
            onDelete={() =>
              void run(async () => {
                await client.deletePriceList(list.id);
                lists.reload();
                return { tone: 'good', text: words('prices.listDeleted', { name: list.name }) };
              })
            }
          />
        ))}
      </ul>
      {lists.hasMore && (
        <Button variant="default" onClick={lists.more}>
          {words('office.showMore')}
        </Button>
      )}
    </>
  );
}
