import { transact } from '../db/transact.ts';
import { recountUses } from '../promotions/recount-uses.ts';
import { tellUses } from '../promotions/tell-uses.ts';
import { accessCommand, withDatabase } from '../start/access-command.ts';
import { endWith } from '../start/plain-failure.ts';

async function main(): Promise<void> {
  const command = accessCommand('promotions', 'Counts anew what promotions were used for.', '/v1/promotions');
  command
    .command('recount')
    .description('Counts the uses of all promotions from the sales, and tells the registers what was wrong.')
    .action(() =>
      withDatabase(command, (db) =>
        transact(db, async (tx) => {
          const wrong = await recountUses(tx);
          await tellUses(tx);
          return wrong === 0 ? 'All counts were right.' : `${wrong} counts were wrong and are right now.`;
        }),
      ),
    );
  await command.parseAsync();
}

main().catch(endWith);
