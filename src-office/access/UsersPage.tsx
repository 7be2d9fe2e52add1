import { TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ListedUser, UserWithPassword } from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { useOffice } from '../base/office-context.tsx';
import type { Said } from '../base/PagedList.tsx';
import { useTask } from '../base/use-task.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { SecretOnce } from '../base/SecretOnce.tsx';
import { useForm } from '../base/use-form.ts';
import { useList } from '../base/use-list.ts';
import { type UserAction, UserRow } from './UserRow.tsx';

/** The people of the head office: add them, change what they may do, and withdraw them. */
export function UsersPage() {
  const { client } = useOffice();
  const { items, trouble, reload } = useList(useCallback(() => client.users(), [client]));
  const { busy, said, run } = useTask();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<UserWithPassword | null>(null);

  async function act(action: UserAction, { id, name }: ListedUser): Promise<Said | null> {
    switch (action.kind) {
      case 'scopes':
        await client.changeScopes(id, action.scopes);
        return { tone: 'good', text: words('access.scopesChanged', { name }) };
      case 'password':
        setShown(await client.resetPassword(id));
        return null;
      case 'second_factor':
        await client.resetSecondFactor(id);
        return { tone: 'good', text: words('access.secondFactorRemoved', { name }) };
      case 'withdraw':
        await client.withdrawUser(id);
        return { tone: 'good', text: words('access.withdrawn', { name }) };
    }
  }

  return (
    <>
      <PageHead
        title={words('access.users')}
        text={words('access.usersText')}
        onAdd={adding ? null : () => setAdding(true)}
        add={words('access.addUser')}
        trouble={trouble}
        said={said}
      />
      {shown !== null && (
        <SecretOnce text={words('access.passwordMade', { name: shown.name })} secret={shown.password} onHide={() => setShown(null)} />
      )}
      {adding && (
        <AddUser
          onClose={() => setAdding(false)}
          onMade={(user) => {
            setShown(user);
            setAdding(false);
            reload();
          }}
        />
      )}
      <ul className={office.handOffs} aria-label={words('access.users')}>
        {items?.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            busy={busy}
            onAct={(action) =>
              void run(async () => {
                const told = await act(action, user);
                reload();
                return told;
              })
            }
          />
        ))}
      </ul>
    </>
  );
}

function AddUser({ onMade, onClose }: { readonly onMade: (user: UserWithPassword) => void; readonly onClose: () => void }) {
  const { client, explain } = useOffice();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly GrantableScope[]>(['office.read', 'office']);
  const form = useForm(explain, async () => onMade(await client.makeUser({ name, scopes: [...scopes] })));
  return (
    <OfficeForm
      label={words('access.addUser')}
      send={words('access.make')}
      form={form}
      isReady={name.trim() !== '' && scopes.length > 0}
      onClose={onClose}
    >
      <TextInput label={words('access.name')} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <ScopeChoice value={scopes} onChange={setScopes} />
    </OfficeForm>
  );
}
