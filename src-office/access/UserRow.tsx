import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListedUser } from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { formatMoment } from '../../src-renderer/kit/format-time.ts';
import { words } from '../../src-renderer/words/words.ts';
import office from '../base/Office.module.css';
import styles from './Access.module.css';
import { ScopeChoice, scopeWords } from './ScopeChoice.tsx';

export type UserAction =
  | { readonly kind: 'scopes'; readonly scopes: readonly GrantableScope[] }
  | { readonly kind: 'password' | 'second_factor' | 'withdraw' };

export interface UserRowProps {
  readonly user: ListedUser;
  readonly busy: boolean;
  readonly onAct: (action: UserAction) => void;
}

/** A user, and what can be changed about them. */
export function UserRow({ user, busy, onAct }: UserRowProps) {
  const [scopes, setScopes] = useState<readonly GrantableScope[] | null>(null);
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { name, withdrawnAt, lastSignInAt, secondFactor } = user;
  const state = withdrawnAt === null ? [] : [words('access.state.withdrawn', { when: formatMoment(withdrawnAt, timezone) })];
  const facts = [
    ...state,
    secondFactor ? words('access.hasSecondFactor') : words('access.passwordOnly'),
    lastSignInAt === null ? words('access.neverSignedIn') : words('access.signedIn', { when: formatMoment(lastSignInAt, timezone) }),
  ];
  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <strong>{name}</strong>
        <div>{scopeWords(user.scopes)}</div>
        <div className={office.quiet}>{facts.join(' · ')}</div>
      </div>
      {withdrawnAt === null && scopes === null && <Steps user={user} busy={busy} onAct={onAct} onChange={() => setScopes(user.scopes)} />}
      {scopes !== null && (
        <form
          className={styles.form}
          aria-label={words('access.changeScopesOne', { name })}
          onSubmit={(event) => {
            event.preventDefault();
            onAct({ kind: 'scopes', scopes });
            setScopes(null);
          }}
        >
          <ScopeChoice value={scopes} onChange={setScopes} />
          <div className={styles.buttons}>
            <Button type="submit" disabled={busy || scopes.length === 0}>
              {words('access.save')}
            </Button>
            <Button variant="default" onClick={() => setScopes(null)}>
              {words('access.cancel')}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

function Steps({ user: { name, secondFactor }, busy, onAct, onChange }: UserRowProps & { readonly onChange: () => void }) {
  const named = { name };
  return (
    <div className={office.handOffSteps}>
      <Button variant="default" disabled={busy} aria-label={words('access.changeScopesOne', named)} onClick={onChange}>
        {words('access.changeScopes')}
      </Button>
      <Button
        variant="default"
        disabled={busy}
        aria-label={words('access.resetPasswordOne', named)}
        onClick={() => onAct({ kind: 'password' })}
      >
        {words('access.resetPassword')}
      </Button>
      {secondFactor && (
        <Button
          variant="default"
          disabled={busy}
          aria-label={words('access.resetSecondFactorOne', named)}
          onClick={() => onAct({ kind: 'second_factor' })}
        >
          {words('access.resetSecondFactor')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="red"
        disabled={busy}
        aria-label={words('access.withdrawOne', named)}
        onClick={() => onAct({ kind: 'withdraw' })}
      >
        {words('access.withdraw')}
      </Button>
    </div>
  );
}
