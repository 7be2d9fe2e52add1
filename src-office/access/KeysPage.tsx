import { TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ListedKey, MadeKey } from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { useOffice } from '../base/office-context.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { useTask } from '../base/use-task.ts';
import { keyStateWords } from './key-state.ts';
import { ScopeChoice, scopeWords } from './ScopeChoice.tsx';
import { SecretOnce } from '../base/SecretOnce.tsx';
import { useForm } from '../base/use-form.ts';
import { useList } from '../base/use-list.ts';

/** The keys of machines: make, look at and withdraw them. */
export function KeysPage() {
  const { client } = useOffice();
  const { items, trouble, reload } = useList(useCallback(() => client.keys(), [client]));
  const { busy, said, run } = useTask();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);

  function withdraw({ id, name }: ListedKey): void {
    void run(async () => {
      await client.withdrawKey(id);
      reload();
      return { tone: 'good', text: words('access.withdrawn', { name }) };
    });
  }

  return (
    <>
      <PageHead
        title={words('access.keys')}
        text={words('access.keysText')}
        onAdd={making ? null : () => setMaking(true)}
        add={words('access.makeKey')}
        trouble={trouble}
        said={said}
      />
      {made !== null && <SecretOnce text={words('access.keyMade', { name: made.name })} secret={made.key} onHide={() => setMade(null)} />}
      {making && (
        <MakeKey
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMade(key);
            setMaking(false);
            reload();
          }}
        />
      )}
      <ul className={office.handOffs} aria-label={words('access.keys')}>
        {items?.map((key) => (
          <KeyRow key={key.id} item={key} busy={busy} onWithdraw={() => withdraw(key)} />
        ))}
      </ul>
    </>
  );
}

function MakeKey({ onMade, onClose }: { readonly onMade: (key: MadeKey) => void; readonly onClose: () => void }) {
  const { client, explain } = useOffice();
  const [name, setName] = useState('');
  const [ends, setEnds] = useState('');
  const [scopes, setScopes] = useState<readonly GrantableScope[]>([]);
  const form = useForm(explain, async () => {
    const expiresAt = ends === '' ? null : new Date(`${ends}T00:00`).toISOString();
    onMade(await client.makeKey({ name, scopes: [...scopes], expiresAt }));
  });
  return (
    <OfficeForm
      label={words('access.makeKey')}
      send={words('access.make')}
      form={form}
      isReady={name.trim() !== '' && scopes.length > 0}
      onClose={onClose}
    >
      <TextInput label={words('access.keyFor')} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={words('access.expires')} type="date" value={ends} onChange={(event) => setEnds(event.currentTarget.value)} />
      <ScopeChoice value={scopes} onChange={setScopes} />
    </OfficeForm>
  );
}

interface KeyRowProps {
  readonly item: ListedKey;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
}

function KeyRow({ item, busy, onWithdraw }: KeyRowProps) {
  const timezone = ownZone();
  const used =
    item.lastUsedAt === null ? words('access.neverUsed') : words('access.used', { when: formatMoment(item.lastUsedAt, timezone) });
  return (
    <li className={office.handOff} aria-label={item.name}>
      <div>
        <strong>{item.name}</strong> <code>{item.id}</code>
        <div>{scopeWords(item.scopes)}</div>
        <div className={office.quiet}>
          {keyStateWords(item, new Date(), timezone)} · {used}
        </div>
      </div>
      {item.withdrawnAt === null && (
        <div className={office.handOffSteps}>
          <TwoSteps
            label={words('access.withdraw')}
            labelOne={words('access.withdrawOne', { name: item.name })}
            confirm={words('access.withdrawForGood')}
            confirmOne={words('access.withdrawForGoodOne', { name: item.name })}
            busy={busy}
            onDone={onWithdraw}
          />
        </div>
      )}
    </li>
  );
}
