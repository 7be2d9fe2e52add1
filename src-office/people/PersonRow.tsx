import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListedAssociate, NewAssociate } from '../../domain/associates/associate-protocol.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { PersonForm } from './PersonForm.tsx';

export type PersonStep = 'block' | 'unblock' | 'remove' | 'reset_pin' | 'make_badge' | 'withdraw_badge';

export interface PersonRowProps {
  readonly person: ListedAssociate;
  readonly busy: boolean;
  readonly onStep: (step: PersonStep) => void;
  /** Rejects when the server refuses it. */
  readonly onChange: (change: NewAssociate) => Promise<void>;
}

/** Somebody who works in a store, and what can be done about them. */
export function PersonRow({ person, busy, onStep, onChange }: PersonRowProps) {
  const [changing, setChanging] = useState(false);
  const { name, role, storeId, storeName, state } = person;
  const close = () => setChanging(false);
  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <strong>{name}</strong>
        <div>
          {words(`role.${role}`)} · {storeName}
        </div>
        {person.hasBadge && <div className={office.quiet}>{words('people.hasBadge')}</div>}
        {state !== 'active' && <div className={office.quiet}>{words(`people.state.${state}`)}</div>}
      </div>
      {state !== 'removed' && !changing && <Steps person={person} busy={busy} onStep={onStep} onChange={() => setChanging(true)} />}
      {changing && (
        <PersonForm
          label={words('people.changeOne', { name })}
          submit={words('access.save')}
          value={{ name, role, storeId }}
          onSubmit={async (change) => {
            await onChange(change);
            close();
          }}
          onClose={close}
        />
      )}
    </li>
  );
}

interface StepsProps extends Pick<PersonRowProps, 'person' | 'busy' | 'onStep'> {
  readonly onChange: () => void;
}

/** Makes and withdraws the badge of somebody. One that takes the place of another needs two steps. */
function BadgeSteps({ person: { name, hasBadge }, busy, onStep }: Omit<StepsProps, 'onChange'>) {
  if (!hasBadge)
    return (
      <Button variant="default" disabled={busy} aria-label={words('people.makeBadgeOne', { name })} onClick={() => onStep('make_badge')}>
        {words('people.makeBadge')}
      </Button>
    );
  return (
    <>
      <TwoSteps
        plain
        label={words('people.newBadge')}
        labelOne={words('people.newBadgeOne', { name })}
        confirm={words('people.makeBadgeSure')}
        confirmOne={words('people.makeBadgeSureOne', { name })}
        busy={busy}
        onDone={() => onStep('make_badge')}
      />
      <TwoSteps
        plain
        label={words('people.withdrawBadge')}
        labelOne={words('people.withdrawBadgeOne', { name })}
        confirm={words('people.withdrawBadgeSure')}
        confirmOne={words('people.withdrawBadgeSureOne', { name })}
        busy={busy}
        onDone={() => onStep('withdraw_badge')}
      />
    </>
  );
}

function Steps({ person, busy, onStep, onChange }: StepsProps) {
  const { name, state } = person;
  const step = state === 'blocked' ? 'unblock' : 'block';
  return (
    <div className={office.handOffSteps}>
      <Button variant="default" disabled={busy} aria-label={words('people.changeOne', { name })} onClick={onChange}>
        {words('people.change')}
      </Button>
      <TwoSteps
        plain
        label={words('people.resetPin')}
        labelOne={words('people.resetPinOne', { name })}
        confirm={words('people.resetPinSure')}
        confirmOne={words('people.resetPinSureOne', { name })}
        busy={busy}
        onDone={() => onStep('reset_pin')}
      />
      <BadgeSteps person={person} busy={busy} onStep={onStep} />
      <Button variant="default" disabled={busy} aria-label={words(`people.${step}One`, { name })} onClick={() => onStep(step)}>
        {words(`people.${step}`)}
      </Button>
      <TwoSteps
        label={words('people.remove')}
        labelOne={words('people.removeOne', { name })}
        confirm={words('people.removeForGood')}
        confirmOne={words('people.removeForGoodOne', { name })}
        busy={busy}
        onDone={() => onStep('remove')}
      />
    </div>
  );
}
