import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Notice } from '../kit/Notice.tsx';
import { PinPad } from '../kit/PinPad.tsx';
import { useRegister } from '../kit/register-context.tsx';
import { useBadge } from '../kit/use-badge.ts';
import { words } from '../../texts/words/words.ts';
import type { ApprovalState } from '../kit/register-services.ts';

type Question = NonNullable<ApprovalState['question']>;

/** Who may approve, then that colleague's PIN: two deliberate steps. */
function Approvers({ question }: { readonly question: Question }) {
  const register = useRegister();
  const [chosen, setChosen] = useState<string | null>(null);
  const approver = question.approvers.find((one) => one.id === chosen);
  const badgeProblem = useBadge(register.approveWithBadge, 'dialog');
  if (approver !== undefined) {
    return (
      <>
        {badgeProblem !== null && <Notice tone="bad">{badgeProblem}</Notice>}
        <Text ta="center" fw={600}>
          {approver.name}
        </Text>
        <PinPad action={words('approval.approve')} check={(pin) => register.approve(approver.id, pin)} onBack={() => setChosen(null)} />
      </>
    );
  }
  return (
    <Stack gap="sm">
      {badgeProblem !== null && <Notice tone="bad">{badgeProblem}</Notice>}
      {question.approvers.length === 0 && <Notice tone="warn">{words('approval.nobody')}</Notice>}
      {question.approvers.map((one, index) => (
        <Button
          key={one.id}
          variant="default"
          size="lg"
          fullWidth
          {...(index === 0 && { 'data-autofocus': true })}
          onClick={() => setChosen(one.id)}
        >
          {words('approval.who', { name: one.name, role: words(`role.${one.role}`) })}
        </Button>
      ))}
      <Button variant="subtle" size="lg" fullWidth onClick={register.giveUpApproval}>
        {words('approval.giveUp')}
      </Button>
    </Stack>
  );
}

/** Asks for a colleague wherever something needs an approval (rule A1). What was begun waits behind it. */
export function ApprovalDialog() {
  const register = useRegister();
  const question = useStore(register.approval, (state) => (state.question?.inPlace === true ? null : state.question));
  return (
    <Modal
      opened={question !== null}
      onClose={register.giveUpApproval}
      closeOnClickOutside={false}
      title={<strong>{words('approval.title')}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('approval.close'), size: 44 }}
    >
      {question !== null && (
        <>
          <Text mb="sm">{words('approval.why', { action: words(`permission.${question.permission}`) })}</Text>
          <Approvers question={question} />
        </>
      )}
    </Modal>
  );
}
