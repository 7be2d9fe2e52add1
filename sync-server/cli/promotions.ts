import { recountAndTell } from '../promotions/recount-uses.ts';
import { accessCommand, withDatabase } from '../start/access-command.ts';
import { endWith } from '../start/plain-failure.ts';

async function main(): Promise<void> {
  const command = accessCommand('promotions', 'Counts anew what promotions were used for.', '/v1/promotions/recount');
  command
    .command('recount')
    .description('Counts the uses of all promotions from the sales, and tells the registers what was wrong.')
    .action(() =>
      withDatabase(command, async (db) => {
        const wrong = await recountAndTell(db);
        return wrong === 0 ? 'All counts were right.' : `${wrong} counts were wrong and are right now.`;
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
