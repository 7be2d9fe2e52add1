import type { ReturnChoice } from '../../domain/returns/return-goods.ts';
import type { AllowedAgainst } from '../../domain/returns/return-terms.ts';
import { returnWindow } from '../../domain/returns/settings.ts';
import { approvedBy } from '../../src-renderer/kit/approved-by.ts';
import type { RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { staysBy } from '../../src-renderer/tasks/returns/line-terms.ts';
import { signIn } from './act.ts';
import { FINAL_SKU } from './goods.ts';
import { answerQuestions, type Person } from './person.ts';
import { roleOf } from './staff.ts';

/** For how long somebody waits for a colleague who never answers, because the machine died. Milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Who lets goods come back that stay with their customer: a manager alone, others with one; now and then somebody says that they may.
 * @returns null where nobody does.
 */
async function whoAllows(person: Person, services: RegisterServices): Promise<AllowedAgainst | null> {
  const { device, chance } = person;
  if (roleOf(device.options.workerId) === 'manager' || chance.aside().percent(20)) return { term: 'final_sale', approvedBy: null };
  await signIn(person, services);
  const stopAnswering = answerQuestions(person, services);
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const approval = await Promise.race([services.requestApproval('return.exception', ['manager'], false), tooLong]).finally(stopAnswering);
  return approval === null ? null : { term: 'final_sale', ...approvedBy(approval) };
}

/** What a till says of goods that stay with their customer: the choices with who allowed them; null where nobody did. */
export type AskTerms = (choices: readonly ReturnChoice[]) => readonly ReturnChoice[] | null;

/** Asks beforehand, where what somebody brings has such goods. @param skus of everything on the receipt. */
export async function termsOf(person: Person, services: RegisterServices, skus: readonly string[]): Promise<AskTerms> {
  const against = skus.includes(FINAL_SKU) ? await whoAllows(person, services) : null;
  const productOf = (sku: string) => services.catalog.product(sku);
  const stays = staysBy({ productOf, window: returnWindow.standard, today: '2026-01-01', timezone: 'UTC' });
  return (choices) => {
    const [first] = choices.filter(({ line }) => stays(line) !== null);
    if (first === undefined) return choices;
    return against === null ? null : choices.map((choice) => (stays(choice.line) === null ? choice : { ...choice, against }));
  };
}
