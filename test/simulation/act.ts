import { associateDocument } from '../../domain/associates/documents.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import { COMPANY, companySettingsDocument } from '../../domain/settings/documents.ts';
import { type Decide, documentsOf, type RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { type Deed, isFine } from './books.ts';
import { answerQuestions, type Person } from './person.ts';
import { pinTyped } from './staff.ts';
import { mayGoAgainst } from './wrong-by-terms.ts';

/** Signs in whoever works at the device, as soon as the register knows them. */
export async function signIn({ device }: Person, services: RegisterServices): Promise<void> {
  const { workerId } = device.options;
  if (services.signIn.getState().associate !== null || !documentsOf(services.view.getState(), associateDocument).has(workerId)) return;
  await services.signInWithPin(workerId, pinTyped(true));
}

/** The table of roles as a till knows it. */
function tableAt(services: RegisterServices): PermissionTable {
  const company = documentsOf(services.view.getState(), companySettingsDocument).get(COMPANY);
  return roles.read(company?.values[roles.key] ?? {}) ?? {};
}

/** Does one thing at the register, and writes down what the person saw of it. */
export async function act(person: Person, decide: Decide, deedOf: (request: OperationRequest) => Deed): Promise<boolean> {
  const { device, books, note } = person;
  const { machine, register } = device;
  if (machine === null || register === null) return false;
  const name = device.options.name;
  const { services } = register;
  await signIn(person, services);
  let asked: OperationRequest | undefined;
  let table: PermissionTable = {};
  const stopAnswering = answerQuestions(person, services);
  const result = await services
    .record((context) => {
      const decision = decide(context);
      if (decision.ok) asked = decision.value;
      table = tableAt(services);
      return decision;
    })
    .finally(stopAnswering);
  // A machine that died took the answer with it: nobody knows whether it was recorded.
  if (!machine.alive) {
    if (asked !== undefined)
      books.unanswered.push({ device: name, type: asked.type, payload: canonicalJson(asked.payload), deed: deedOf(asked) });
    note(`${name} died`);
    return false;
  }
  if (!result.ok) {
    if (result.refusal === 'not_recordable') books.misread.push(`error: ${name} could not record what somebody did`);
    note(`${name} refused ${result.refusal}`);
    return false;
  }
  books.recorded({ ...deedOf(asked ?? result.value), operation: result.value, device: name });
  if (result.value.associateId !== null && !(isFine(table, result.value).fine && mayGoAgainst(result.value)))
    books.unasked.push(`A1: ${name} recorded ${result.value.type} ${result.value.id}, which its own table of roles denies`);
  note(`${name} ${result.value.seq} ${result.value.type} ${result.value.hash}`);
  return true;
}

/** The register that runs at a person's device; null while none does. */
export function servicesOf(person: Person): RegisterServices | null {
  return person.device.register?.services ?? null;
}
