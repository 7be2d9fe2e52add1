import { Command } from 'commander';
import { join } from 'node:path';
import { auditPool, describeFindings } from '../audit/audit-pool.ts';
import { transact } from '../db/transact.ts';
import { relistAll } from '../order-index/list-orders-job.ts';
import { openExisting } from '../start/open-existing.ts';
import { endWith } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';

async function main(): Promise<void> {
  const command = new Command('npm run audit --')
    .description(
      'Checks rules J2, J3, J5, J6, J7, P2, P6, M1 and E1 on the database in --data, or the one DATABASE_URL names. Ends with exit code ' +
        '1 when one is violated.',
    )
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'))
    .option('--relist', 'then have the server make the list of orders anew, in the background: for what rule P6 finds')
    .parse();
  const { data, relist = false } = command.opts<{ data: string; relist?: boolean }>();
  const database = await openExisting(data);
  try {
    const findings = await auditPool(database.db);
    process.stdout.write(`${describeFindings(findings)}\n`);
    if (relist) {
      await transact(database.db, relistAll);
      process.stdout.write('The server makes the list of orders anew, as soon as it runs.\n');
    }
    process.exitCode = findings.every((finding) => finding.count === 0) ? 0 : 1;
  } finally {
    await database.close();
  }
}

main().catch(endWith);
