import { COMMAND_LINE } from '../access/actor.ts';
import { forgetRegisterKey, listRegisters, withdrawRegister } from '../access/registers.ts';
import { endWith } from '../start/plain-failure.ts';
import { registerNamed } from '../start/register-named.ts';
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
          one.missing === 0 ? 'nothing missing' : `${one.missing} missing`,
          one.signs ? 'signs' : 'no key',
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
        const withdrawn = await withdrawRegister(db, await registerNamed(db, id), COMMAND_LINE);
        if (!withdrawn.ok) throw new Error(withdrawn.refusal);
        return `Register ${withdrawn.value.prefix} of ${withdrawn.value.storeName} is shut out.`;
      }),
    );
  command
    .command('forget-key')
    .argument('<id>', 'of the register, or its prefix')
    .description('forgets the key that its device has lost; the register names a new one when it starts again')
    .action((id: string) =>
      withDatabase(command, async (db) => {
        const forgotten = await forgetRegisterKey(db, await registerNamed(db, id), COMMAND_LINE);
        if (!forgotten.ok) throw new Error(forgotten.refusal);
        return `The key of register ${forgotten.value.prefix} of ${forgotten.value.storeName} is forgotten. Open its app again.`;
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
