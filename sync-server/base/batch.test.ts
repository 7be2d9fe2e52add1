import { expect, it } from 'vitest';
import { batch } from './batch.ts';

const options = { weightOf: () => 1, maxWeight: 3, waitMs: 1, parallel: 1 };

it('does what arrives together in one go, no heavier than allowed, and gives each its own answer', async () => {
  const goes: number[][] = [];
  const double = batch<number, number>({
    ...options,
    run: (items) => {
      goes.push(items);
      return Promise.resolve(items.map((item) => item * 2));
    },
  });
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(goes).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

it('lets an item that is heavier than a go travel alone', async () => {
  const goes: number[][] = [];
  const run = (items: number[]) => {
    goes.push(items);
    return Promise.resolve(items);
  };
  const go = batch<number, number>({ ...options, weightOf: (item) => item, run });
  await Promise.all([1, 9, 2].map(go));
  expect(goes).toEqual([[1], [9], [2]]);
});

it('lets nobody fail for a neighbour', async () => {
  const run = (items: string[]) => (items.includes('bad') ? Promise.reject(new Error('bad item')) : Promise.resolve(items));
  const go = batch<string, string>({ ...options, run });
  const answers = await Promise.allSettled(['one', 'bad', 'two'].map(go));
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it("tries nothing alone after an error that would be everybody's", async () => {
  let goes = 0;
  const run = (): Promise<string[]> => {
    goes += 1;
    return Promise.reject(new Error('away'));
  };
  const go = batch<string, string>({ ...options, run, hurtsAll: (error) => (error as Error).message === 'away' });
  const answers = await Promise.allSettled(['one', 'two', 'three'].map(go));
  expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(goes).toBe(1);
});

it('has no more goes under way than allowed', async () => {
  let now = 0;
  let most = 0;
  const run = async (items: number[]) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return items;
  };
  const go = batch<number, number>({ ...options, maxWeight: 1, parallel: 2, run });
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(go))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(most).toBe(2);
});
