import { listRegisters, withdrawRegister } from '../access/registers.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { accessCommand, column, withDatabase } from '../start/access-command.ts';

async function main(): Promise<void> {
  const command = accessCommand(
    'registers',
    'Lists the registers of all stores, and shuts one out for good that was lost.',
    'POST /v1/registers/ID/withdraw',
  );
  command
    .command('list', { isDefault: true })
    .description('the registers of all stores')
    .action(() =>
      withDatabase(command, async (db) => {
        const rows = (await listRegisters(db)).map((one) => [
          one.id,
          one.prefix,
          one.status,
          `${one.storeName} (${one.storeId})`,
          `last heard ${one.lastSeenAt}`,
        ]);
        return rows.length === 0 ? 'There is no register yet.' : column(rows);
      }),
    );
  command
    .command('withdraw')
    .argument('<id>', 'of the register, or its prefix')
    .description('shuts it out; its device wipes what it knows and keeps what it has not sent')
    .action((id: string) =>
      withDatabase(command, async (db) => {
        const known = (await listRegisters(db)).find((one) => one.id === id || one.prefix === id.toUpperCase());
        const withdrawn = await withdrawRegister(db, known?.id ?? id);
        if (!withdrawn.ok) throw new PlainFailure(`There is no register ${id}; npm run registers -- list shows all.`);
        return `Register ${withdrawn.value.prefix} of ${withdrawn.value.storeName} is shut out.`;
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
