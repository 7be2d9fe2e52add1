import { Button, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { OfficeFields } from '../../domain/customers/change-customer.ts';
import { type Customer, unnamedCustomer } from '../../domain/customers/customer.ts';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useTask } from '../base/use-task.ts';
import { CustomerForm } from './CustomerForm.tsx';
import { CustomerRow } from './CustomerRow.tsx';

const LOOK_AGAIN_MS = 10_000;

/** Customers of all stores: find them, change what the head office says of them, and erase them. */
export function CustomersPage() {
  const { client, explain } = useOffice();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState<Customer | null>(null);
  const load = useCallback(
    (after?: string) => client.customers({ text: text.trim(), ...(after !== undefined && { after }) }),
    [client, text],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();

  async function change(id: string, fields: OfficeFields): Promise<void> {
    await client.changeCustomer(id, fields);
    setAdding(null);
    list.reload();
    void run(() => Promise.resolve({ tone: 'good', text: words('customers.saved') }));
  }

  function erase({ id }: Customer): void {
    void run(async () => {
      await client.eraseCustomer(id);
      list.reload();
      return { tone: 'good', text: words('customers.erased') };
    });
  }

  return (
    <>
      <PageHead
        title={words('customers.title')}
        text={words('customers.text')}
        onAdd={adding === null ? () => setAdding(unnamedCustomer(uuidv7())) : null}
        add={words('customers.add')}
        trouble={list.trouble}
        said={said}
      />
      {adding !== null && (
        <CustomerForm
          label={words('customers.add')}
          customer={adding}
          onSubmit={(fields) => change(adding.id, fields)}
          onClose={() => setAdding(null)}
        />
      )}
      <div className={office.filters}>
        <TextInput
          label={words('customers.search')}
          size="md"
          maxLength={320}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {list.items?.length === 0 && (
        <Empty title={words('customers.none')}>
          <span>{words('customers.noneText')}</span>
        </Empty>
      )}
      <ul className={office.handOffs} aria-label={words('customers.title')}>
        {list.items?.map((one) => (
          <CustomerRow key={one.id} customer={one} busy={busy} onChange={(fields) => change(one.id, fields)} onErase={() => erase(one)} />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" onClick={list.more}>
          {words('office.showMore')}
        </Button>
      )}
    </>
  );
}
