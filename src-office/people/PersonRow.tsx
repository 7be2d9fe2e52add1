import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListedAssociate, NewAssociate } from '../../domain/associates/associate-protocol.ts';
import { words } from '../../src-renderer/words/words.ts';
import office from '../base/Office.module.css';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { PersonForm } from './PersonForm.tsx';

export type PersonStep = 'block' | 'unblock' | 'remove' | 'reset_pin';

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

function Steps({ person: { name, state }, busy, onStep, onChange }: StepsProps) {
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
