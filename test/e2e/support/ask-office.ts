import { v7 as uuidv7 } from 'uuid';
import { insertKey } from '../../support/api-keys.ts';
import { askJson } from '../../support/ask-json.ts';
import type { Company } from './company.ts';

/** Asks the head office's API about customers and what they have: POST with a body, GET without. @throws where it does not answer 200. */
export async function askOffice<T>(company: Company, path: string, body?: object): Promise<T> {
  const key = await insertKey(company.database.db, `office ${uuidv7()}`, ['customers', 'stored_values']);
  const { status, answer } = await askJson<T>(company.url, key, body === undefined ? 'GET' : 'POST', path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  return answer;
}
