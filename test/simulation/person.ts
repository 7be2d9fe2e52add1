import type { RegisterServices } from '../../src-renderer/kit/register-services.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import { pinTyped } from './staff.ts';

/** A person at a device. */
export interface Person {
  readonly device: Device;
  readonly books: Books;
  readonly chance: Chance;
  /** Told of each answer that the person got. */
  readonly note: (event: string) => void;
}

/** A colleague is asked: mostly one comes and approves, sometimes with a wrong PIN first, and sometimes nobody has time. */
export function answerQuestions({ chance }: Person, services: RegisterServices): () => void {
  return services.approval.subscribe(({ question }) => {
    if (question === null) return;
    const approver = question.approvers[0];
    const remembers = chance.percent(90);
    if (approver === undefined || chance.percent(25)) return services.giveUpApproval();
    void services.approve(approver.id, pinTyped(remembers)).then((answer) => {
      if (answer !== 'right') services.giveUpApproval();
    });
  });
}
