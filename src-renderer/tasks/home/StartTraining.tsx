import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { mayDo } from '../../../domain/permissions/may-do.ts';
import { roles } from '../../../domain/permissions/roles.ts';
import { IconSchool } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting, useSignIn } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';

/** The way into a training: a button, and a second one that says what a training is. */
export function StartTraining() {
  const { training } = useRegister();
  const [isAsking, setAsking] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const role = useSignIn(({ associate }) => associate?.role ?? 'associate');
  const isDenied = mayDo(useSetting(roles), role, 'training.start', 0).kind === 'denied';
  if (training.isOn || isDenied) return null;

  async function start(): Promise<void> {
    setOpening(true);
    const started = await training.start();
    setOpening(false);
    if (!started.ok) setRefused(refusalSentence(started.refusal));
  }

  return (
    <>
      <Button variant="default" leftSection={<IconSchool aria-hidden size={20} />} onClick={() => (setRefused(null), setAsking(true))}>
        {words('training.title')}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={<strong>{words('training.ask')}</strong>}>
        <p>{words('training.text')}</p>
        {refused !== null && <Notice tone="bad">{refused}</Notice>}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {words('kit.cancel')}
          </Button>
          <Button disabled={isOpening} onClick={() => void start()}>
            {isOpening ? words('training.preparing') : words('training.start')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
