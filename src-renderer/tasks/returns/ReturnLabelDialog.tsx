import { Button, Modal, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { isMailAddress } from '../../../domain/mail/mail-address.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Returns.module.css';

const MOST_GRAMS = 1_000_000;

/** What a person says of a parcel that comes back. */
export interface SaidOfParcel {
  readonly weightGrams: number;
  /** To whom the label goes by mail; empty for the address that is known, null where it is printed. */
  readonly address: string | null;
}

export interface ReturnLabelDialogProps {
  /** What the goods were bought on. */
  readonly number: string;
  /** The goods, each in a sentence. */
  readonly goods: readonly string[];
  /** By the weights of the articles; null where one is not known. */
  readonly expectedGrams: number | null;
  /** Whether the company sends mail. */
  readonly mayMail: boolean;
  /** Whether somebody is known who may have an address. */
  readonly isSomebody: boolean;
  readonly onAsk: (said: SaidOfParcel) => void;
  readonly onClose: () => void;
}

/** The weight, typed or from the scale. */
function WeightField({ grams, onGrams }: { readonly grams: number | null; readonly onGrams: (grams: number | null) => void }) {
  const { scale } = useRegister();
  const hasScale = useStore(scale.state).status === 'seen';
  function weigh(): void {
    const taken = scale.take(0);
    if (taken.ok) onGrams(taken.value.grams);
  }
  return (
    <div className={styles.findForm}>
      <NumberInput
        className={styles.grow}
        label={words('returnLabel.weight')}
        size="md"
        min={1}
        max={MOST_GRAMS}
        allowDecimal={false}
        hideControls
        data-autofocus
        value={grams ?? ''}
        onChange={(value) => onGrams(typeof value === 'number' && value >= 1 && value <= MOST_GRAMS ? value : null)}
      />
      {hasScale && (
        <Button variant="default" size="md" onClick={weigh}>
          {words('picking.weigh')}
        </Button>
      )}
    </div>
  );
}

/** Asks for what only a person knows: how heavy the parcel is, and how the customer gets its label. */
export function ReturnLabelDialog({ number, goods, expectedGrams, mayMail, isSomebody, onAsk, onClose }: ReturnLabelDialogProps) {
  const [grams, setGrams] = useState(expectedGrams);
  const [how, setHow] = useState<'paper' | 'mail'>('paper');
  const [address, setAddress] = useState('');
  const typed = address.trim();
  const isRight = typed === '' ? isSomebody : isMailAddress(typed);
  const [isWrong, setWrong] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (grams === null) return;
    if (how === 'mail' && !isRight) return setWrong(true);
    onAsk({ weightGrams: grams, address: how === 'mail' ? typed : null });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      // A second tap on the button lands beside the dialog.
      closeOnClickOutside={false}
      title={<strong>{words('returnLabel.title', { number })}</strong>}
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <p>{words('returnLabel.noRefund')}</p>
          <ul>
            {goods.map((one, index) => (
              <li key={index}>
                <bdi>{one}</bdi>
              </li>
            ))}
          </ul>
          <WeightField grams={grams} onGrams={setGrams} />
          {mayMail && (
            <Radio.Group label={words('returnLabel.how')} value={how} onChange={(value) => setHow(value === 'mail' ? 'mail' : 'paper')}>
              <Stack gap="xs" mt="xs">
                <Radio value="paper" size="md" label={words('returnLabel.paper')} />
                <Radio value="mail" size="md" label={words('returnLabel.byMail')} />
              </Stack>
            </Radio.Group>
          )}
          {how === 'mail' && (
            <TextInput
              label={words('returnLabel.address')}
              description={`${isSomebody ? `${words('returnLabel.addressKnown')} ` : ''}${words('returnLabel.addressUse')}`}
              inputMode="email"
              autoComplete="off"
              dir="ltr"
              size="md"
              maxLength={254}
              value={address}
              error={isWrong && words('mail.wrong')}
              onChange={(event) => {
                setAddress(event.currentTarget.value);
                setWrong(false);
              }}
            />
          )}
          <Button type="submit" size="lg" fullWidth disabled={grams === null}>
            {words('returnLabel.ask')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
