import { type Command, Option } from 'commander';
import { personQuery, type PersonQuery, type PersonReport } from '../../domain/office/person-protocol.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import { erasePerson } from '../retention/erase-person.ts';
import { findPerson } from '../retention/find-person.ts';
import { accessCommand, column, withDatabase } from '../start/access-command.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';

type Options = PersonQuery & { readonly code: string };

function withWays(command: Command): Command {
  return command
    .addOption(new Option('--email <email>', 'of the person'))
    .addOption(new Option('--phone <phone>', 'of the person'))
    .addOption(new Option('--name <name>', 'of the person, whole'))
    .addOption(new Option('--order <number>', 'of one of their orders'))
    .addOption(new Option('--customer <id>', 'a customer of the tills'))
    .addOption(new Option('--associate <id>', 'of somebody who has worked in a store'));
}

function queryOf({ email, phone, name, order, customer, associate }: PersonQuery): PersonQuery {
  const parsed = personQuery.safeParse({ email, phone, name, order, customer, associate });
  if (!parsed.success) throw new PlainFailure('Name one of --email, --phone, --name, --order, --customer and --associate.');
  return parsed.data;
}

/** What was said with an order: a line for each thing. */
function saidWith({ number, said }: PersonReport['orders'][number]): string[] {
  const isThere = (value: unknown) => value !== null && Object.keys(value as object).length > 0;
  return Object.entries(said).flatMap(([what, value]) => (isThere(value) ? [`${what} of order ${number}: ${JSON.stringify(value)}`] : []));
}

function textOf({ orders, notes, associates, customers, mentions, code }: PersonReport): string {
  if (orders.length + associates.length + customers.length === 0) return 'Nothing is kept about this person.';
  return [
    ...(orders.length === 0
      ? []
      : [
          column(
            orders.map(({ number, placedAt, customer, shipTo, isOpen }) => [
              `order ${number}`,
              placedAt,
              [customer.name, customer.email, customer.phone].filter((part) => part !== null).join(', '),
              Object.values(shipTo ?? {}).join(', '),
              isOpen ? 'still worked on' : '',
            ]),
          ),
        ]),
    ...orders.flatMap(saidWith),
    ...notes.map(({ at, text }) => `note of ${at}: ${text}`),
    ...customers.map(({ id, name, emails, phones }) => `${name || id}, ${[...emails, ...phones].join(', ')}, customer of the tills`),
    ...associates.map(({ name, storeId, isOpen }) => `${name} in ${storeId}${isOpen ? ', not removed yet' : ''}`),
    ...mentions.map(({ table, rows }) => `${rows} more in ${table}`),
    `To erase all of this: the same with erase, and --code ${code}`,
  ].join('\n');
}

async function main(): Promise<void> {
  const command = accessCommand('people', 'Shows what is kept about a person, and erases it.', '/v1/people/find');
  withWays(command.command('find'))
    .description('everything that is kept about a person, and the code that erases it')
    .action((options: Options) => withDatabase(command, async (db) => textOf((await findPerson(db, queryOf(options))).report)));
  withWays(command.command('erase'))
    .description('erases what was shown')
    .requiredOption('--code <code>', 'what `find` gave')
    .action((options: Options) =>
      withDatabase(command, async (db) => {
        const done = await erasePerson(db, queryOf(options), options.code, COMMAND_LINE);
        if (done.ok) {
          const { orders, notes, associates, customers, mentions } = done.value;
          return `Erased: ${orders} orders, ${notes} notes, ${associates} associates, ${customers} customers, ${mentions} more.`;
        }
        const { refusal } = done;
        if (refusal.code === 'order_open') throw new PlainFailure(`Still worked on: ${refusal.numbers.join(', ')}.`);
        if (refusal.code === 'associate_not_removed') throw new PlainFailure('This person still works in a store: npm run associates.');
        throw new PlainFailure(
          refusal.code === 'nobody_found' ? 'Nothing is kept about this person.' : 'The code is of something else; use find again.',
        );
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
