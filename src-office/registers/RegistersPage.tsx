import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ListedRegister, RegisterCode } from '../../domain/access/register-protocol.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { Empty, Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { SecretOnce } from '../base/SecretOnce.tsx';
import { useForm } from '../base/use-form.ts';
import { useList } from '../base/use-list.ts';
import office from '../base/Office.module.css';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { useOffice } from '../base/office-context.tsx';
import { StoreFilter } from '../base/StoreFilter.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { useTask } from '../base/use-task.ts';

interface MadeCode extends RegisterCode {
  readonly storeName: string;
}

/** The registers of all stores: make a code for a new one, look at them, and withdraw one that is lost. */
export function RegistersPage() {
  const { client } = useOffice();
  const { items, trouble, reload } = useList(useCallback(() => client.registers(), [client]));
  const { busy, said, run } = useTask();
  const [store, setStore] = useState('');
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeCode | null>(null);
  const shown = items?.filter(({ storeId }) => store === '' || storeId === store);

  function withdraw({ id, prefix }: ListedRegister): void {
    void run(async () => {
      await client.withdrawRegister(id);
      reload();
      return { tone: 'good', text: words('registers.withdrawn', { prefix }) };
    });
  }

  return (
    <>
      <PageHead
        title={words('registers.title')}
        text={words('registers.text')}
        onAdd={making ? null : () => setMaking(true)}
        add={words('registers.makeCode')}
        trouble={trouble}
        said={said}
      />
      {made !== null && (
        <SecretOnce
          text={words('registers.codeMade', { store: made.storeName, when: formatMoment(made.expiresAt, ownZone()) })}
          secret={made.code}
          onHide={() => setMade(null)}
        />
      )}
      {making && (
        <MakeCode
          onClose={() => setMaking(false)}
          onMade={(code) => {
            setMade(code);
            setMaking(false);
          }}
        />
      )}
      <div className={office.filters}>
        <StoreFilter value={store} onChange={setStore} />
        <Button variant="default" onClick={reload}>
          {words('registers.reload')}
        </Button>
      </div>
      {shown?.length === 0 && <Empty title={words('registers.none')} />}
      <ul className={office.handOffs} aria-label={words('registers.title')}>
        {shown?.map((register) => (
          <RegisterRow key={register.id} register={register} busy={busy} onWithdraw={() => withdraw(register)} />
        ))}
      </ul>
    </>
  );
}

function MakeCode({ onMade, onClose }: { readonly onMade: (code: MadeCode) => void; readonly onClose: () => void }) {
  const { client, explain, overview } = useOffice();
  const [storeId, setStoreId] = useState(overview.stores[0]?.id ?? '');
  const form = useForm(explain, async () => {
    const storeName = overview.stores.find(({ id }) => id === storeId)?.name ?? storeId;
    onMade({ ...(await client.makeRegisterCode(storeId)), storeName });
  });
  return (
    <OfficeForm label={words('registers.makeCode')} send={words('access.make')} form={form} isReady={storeId !== ''} onClose={onClose}>
      <NativeSelect
        label={words('office.store')}
        value={storeId}
        onChange={(event) => setStoreId(event.currentTarget.value)}
        data={overview.stores.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </OfficeForm>
  );
}

interface RegisterRowProps {
  readonly register: ListedRegister;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
}

function RegisterRow({ register, busy, onWithdraw }: RegisterRowProps) {
  const { prefix, storeName, status, lastSeenAt, operations, missing, signs } = register;
  const facts = [
    words(`registers.status.${status}`),
    words('registers.heard', { when: formatMoment(lastSeenAt, ownZone()) }),
    words('registers.arrived', { count: operations }),
    ...(signs ? [] : [words('registers.noKey')]),
  ];
  return (
    <li className={office.handOff} aria-label={words('registers.one', { prefix })}>
      <div>
        <strong>{words('registers.one', { prefix })}</strong> · {storeName}
        <div className={office.quiet}>{facts.join(' · ')}</div>
        {missing > 0 && <Notice tone="warn">{words('registers.missing', { count: missing })}</Notice>}
      </div>
      {status !== 'withdrawn' && (
        <div className={office.handOffSteps}>
          <TwoSteps
            label={words('access.withdraw')}
            labelOne={words('registers.withdrawOne', { prefix })}
            confirm={words('access.withdrawForGood')}
            confirmOne={words('registers.withdrawForGoodOne', { prefix })}
            busy={busy}
            onDone={onWithdraw}
          />
        </div>
      )}
    </li>
  );
}
