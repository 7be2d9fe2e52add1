import type { Article, Company } from '../../e2e/support/company.ts';
import type { RunningApp } from './desktop.ts';

export const STORE = 'CHI1';

/** Makes the app a register of the store, with an open shift and everything sent. */
export async function setUp({ till }: RunningApp, company: Company): Promise<void> {
  await till.enrol(await company.registerCode(STORE));
  await till.signIn(company.pinOf('manager', STORE));
  await till.goTo('Sale');
  await till.openShift();
  await till.allSent();
}

/** Signs in after a start and goes to the counter. */
export async function signIn({ till }: RunningApp, company: Company): Promise<void> {
  await till.signIn(company.pinOf('manager', STORE));
  await till.goTo('Sale');
}

/** An article that no other test sells. */
export async function oneArticle(company: Company): Promise<Article> {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  return article;
}

/** Sells one unit. Gives the number of the receipt. */
export async function sell({ till }: RunningApp, article: Article): Promise<string> {
  await till.ring(article);
  return (await till.pay()).number;
}
