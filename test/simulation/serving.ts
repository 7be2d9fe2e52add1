import { CONSENT_WORDING, consentId, consentOf, customerConsentRecorded } from '../../domain/customers/consent.ts';
import { CONSENT_PURPOSES } from '../../domain/customers/customer.ts';
import { customerConsentDocument } from '../../domain/customers/documents.ts';
import { accept } from '../../domain/base/result.ts';
import { customerOf } from '../../src-renderer/kit/customer-services.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { act, servicesOf, signIn } from './act.ts';
import { NOTHING } from './books.ts';
import { answerQuestions, type Person } from './person.ts';

/** What is in the names of customers, and in their phone numbers as no hash has it: no operation may have either (rule A2). */
export const NAMED = 'Sample person';
export const PHONED = '(555) 010-';

/** Says what a customer is called, and writes down that it was said. */
async function say(person: Person, customerId: string, version: number): Promise<void> {
  const { books, device, note } = person;
  const { machine, register } = device;
  if (machine === null || register === null) return;
  const name = `${NAMED} ${customerId} ${version}`;
  const said = { name, registerId: device.options.identity.registerId };
  const stopAnswering = answerQuestions(person, register.services);
  const phones = [`+1 ${PHONED}${customerId.slice(2).padStart(4, '0')}`];
  const saved = await register.services.customers
    .save(customerId, { name, phones })
    .catch((error: unknown) => {
      if (machine.alive) throw error;
      return null;
    })
    .finally(stopAnswering);
  note(`${device.options.name} ${customerId} is ${version}: ${saved === null ? 'died' : saved.ok}`);
  if (saved?.ok === true || !machine.alive) books.heard(customerId, { ...said, isCertain: saved?.ok === true && machine.alive });
}

/** A customer is made, or found again by name at whatever till they come to: there they say something new, or agree to something. */
export async function serveCustomer(person: Person): Promise<void> {
  const { books, chance } = person;
  const services = servicesOf(person);
  if (services === null) return;
  await signIn(person, services);
  const known = [...books.customers.keys()];
  if (known.length === 0 || chance.percent(30)) return say(person, books.newCustomer(), 1);
  // Whoever buys on account comes to all tills.
  const holders = [...books.limits.keys()];
  const id = chance.pick(holders.length > 0 && chance.percent(60) ? holders : known);
  const called = books.customers.get(id)?.at(-1)?.name ?? '';
  const { items } = await services.customers.lookUp(called).catch(() => ({ items: [] }));
  const found = items.find((one) => one.id === id);
  if (found === undefined || servicesOf(person) !== services) return;
  await services.customers.serve(found).catch(() => undefined);
  if (chance.percent(30)) return say(person, id, chance.int(2, 1_000_000));
  const purpose = chance.pick(CONSENT_PURPOSES);
  const given = chance.percent(60);
  const customer = customerOf(services.customers.state.getState(), id);
  if (customer === undefined) return;
  const heard = documentsOf(services.view.getState(), customerConsentDocument);
  const replaces = consentOf(customer, heard.get(consentId(services.identity.storeId, id, purpose)), purpose)?.at ?? null;
  const word = { customerId: id, purpose, given, wording: CONSENT_WORDING, language: 'en', replaces };
  await act(
    person,
    () => accept(customerConsentRecorded.request(word)),
    () => NOTHING,
  );
}
