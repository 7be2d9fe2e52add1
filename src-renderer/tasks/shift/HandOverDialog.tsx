import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Associate } from '../../../domain/associates/associate.ts';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { hasOtherDrawer } from '../../../domain/shift/hand-over-drawer.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { holderOf } from '../../../domain/shift/shift-in-use.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { PinPad } from '../../kit/PinPad.tsx';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';
import { useBadge } from '../../kit/use-badge.ts';
import { useOpenShifts } from './use-open-shifts.ts';

interface HandOverDialogProps {
  readonly shift: Shift;
  readonly isOpen: boolean;
  /** @param byBadge whether the colleague showed a badge, in place of a PIN. */
  readonly onTaken: (associateId: string, byBadge: boolean) => void;
  readonly onClose: () => void;
}

interface ConfirmProps extends Pick<HandOverDialogProps, 'onTaken'> {
  readonly taker: Pick<Associate, 'id' | 'name'>;
  readonly onBack: () => void;
}

/** The PIN of the colleague who was chosen, or their badge: a badge of somebody else takes nothing over. */
function Confirm({ taker, onTaken, onBack }: ConfirmProps) {
  const register = useRegister();
  const problem = useBadge(async (code) => {
    const { answer, associateId } = await register.confirmWithBadge(code);
    if (associateId !== null && associateId !== taker.id) return 'may_not';
    if (answer === 'right') onTaken(taker.id, true);
    return answer;
  }, 'dialog');

  async function check(pin: string) {
    const answer = await register.checkPin(taker.id, pin);
    if (answer === 'right') onTaken(taker.id, false);
    return answer;
  }

  return (
    <>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Text ta="center" fw={600}>
        {taker.name}
      </Text>
      <PinPad action={words('shift.handOverButton')} check={check} onBack={onBack} />
    </>
  );
}

/** Who takes the drawer over, then that colleague's PIN or badge: two deliberate steps, and each of the two was there. */
export function HandOverDialog({ shift, isOpen, onTaken, onClose }: HandOverDialogProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const open = useOpenShifts();
  const free = useDocumentList(associateDocument).filter(({ id }) => id !== holderOf(shift) && !hasOtherDrawer(shift, open, id));
  const taker = free.find(({ id }) => id === chosen);

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
        <Confirm taker={taker} onTaken={onTaken} onBack={() => setChosen(null)} />
      )}
    </Modal>
  );
}
