import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { hasOtherDrawer } from '../../../domain/shift/hand-over-drawer.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { holderOf } from '../../../domain/shift/shift-in-use.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { PinPad } from '../../kit/PinPad.tsx';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';
import { useOpenShifts } from './use-open-shifts.ts';

interface HandOverDialogProps {
  readonly shift: Shift;
  readonly isOpen: boolean;
  readonly onTaken: (associateId: string) => void;
  readonly onClose: () => void;
}

/** Who takes the drawer over, then that colleague's PIN: two deliberate steps, and each of the two was there. */
export function HandOverDialog({ shift, isOpen, onTaken, onClose }: HandOverDialogProps) {
  const register = useRegister();
  const [chosen, setChosen] = useState<string | null>(null);
  const open = useOpenShifts();
  const free = useDocumentList(associateDocument).filter(({ id }) => id !== holderOf(shift) && !hasOtherDrawer(shift, open, id));
  const taker = free.find(({ id }) => id === chosen);

  async function check(id: string, pin: string) {
    const answer = await register.checkPin(id, pin);
    if (answer === 'right') onTaken(id);
    return answer;
  }

  return (
    <Modal
      opened={isOpen}
      onClose={() => (setChosen(null), onClose())}
      closeOnClickOutside={false}
      title={<strong>{words('shift.handOverTo')}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.goBack'), size: 44 }}
    >
      <Text mb="sm">{words('shift.handOverWhy')}</Text>
      {taker === undefined ? (
        <Stack gap="sm">
          {free.length === 0 && <Notice tone="warn">{words('shift.nobodyFree')}</Notice>}
          {free.map(({ id, name }) => (
            <Button key={id} variant="default" size="lg" fullWidth onClick={() => setChosen(id)}>
              {name}
            </Button>
          ))}
        </Stack>
      ) : (
        <>
          <Text ta="center" fw={600}>
            {taker.name}
          </Text>
          <PinPad action={words('shift.handOverButton')} check={(pin) => check(taker.id, pin)} onBack={() => setChosen(null)} />
        </>
      )}
    </Modal>
  );
}
