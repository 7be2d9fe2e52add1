import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ListedUser } from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
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
  const timezone = ownZone();
  const { name, withdrawnAt, lastSignInAt, secondFactor } = user;
  const state = withdrawnAt === null ? [] : [words('access.state.withdrawn', { when: formatMoment(withdrawnAt, timezone) })];
  const facts = [
    ...state,
    secondFactor ? words('access.hasSecondFactor') : words('access.passwordOnly'),
    lastSignInAt === null ? words('access.neverSignedIn') : words('access.signedIn', { when: formatMoment(lastSignInAt, timezone) }),
  ];
  function saveScopes(event: FormEvent): void {
    event.preventDefault();
    if (scopes !== null) onAct({ kind: 'scopes', scopes });
    setScopes(null);
  }

  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <strong>{name}</strong>
        <div>{scopeWords(user.scopes)}</div>
        <div className={office.quiet}>{facts.join(' · ')}</div>
      </div>
      {withdrawnAt === null && scopes === null && <Steps user={user} busy={busy} onAct={onAct} onChange={() => setScopes(user.scopes)} />}
      {scopes !== null && (
        <OfficeForm
          label={words('access.changeScopesOne', { name })}
          send={words('access.save')}
          form={{ busy, trouble: null, submit: saveScopes }}
          isReady={scopes.length > 0}
          onClose={() => setScopes(null)}
        >
          <ScopeChoice value={scopes} onChange={setScopes} />
        </OfficeForm>
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
      <TwoSteps
        plain
        label={words('access.resetPassword')}
        labelOne={words('access.resetPasswordOne', named)}
        confirm={words('access.resetPasswordSure')}
        confirmOne={words('access.resetPasswordSureOne', named)}
        busy={busy}
        onDone={() => onAct({ kind: 'password' })}
      />
      {secondFactor && (
        <TwoSteps
          plain
          label={words('access.resetSecondFactor')}
          labelOne={words('access.resetSecondFactorOne', named)}
          confirm={words('access.resetSecondFactorSure')}
          confirmOne={words('access.resetSecondFactorSureOne', named)}
          busy={busy}
          onDone={() => onAct({ kind: 'second_factor' })}
        />
      )}
      <TwoSteps
        label={words('access.withdraw')}
        labelOne={words('access.withdrawOne', named)}
        confirm={words('access.withdrawForGood')}
        confirmOne={words('access.withdrawForGoodOne', named)}
        busy={busy}
        onDone={() => onAct({ kind: 'withdraw' })}
      />
    </div>
  );
}
