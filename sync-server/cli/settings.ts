import { Option } from 'commander';
import { settingOfKey } from '../../domain/registry/settings.ts';
import { SETTING_LEVELS, type SettingLevel } from '../../domain/settings/define-setting.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import { listChanges, listSettings } from '../settings/list-settings.ts';
import { saveSetting } from '../settings/write-setting.ts';
import { accessCommand, column, withDatabase } from '../start/access-command.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';

const levelOption = () => new Option('--level <level>', 'who says it').choices([...SETTING_LEVELS]).default('company');

interface Place {
  readonly level: SettingLevel;
  readonly id: string;
}

function readValue(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new PlainFailure(`The value is not JSON: ${json}. Text stands in double quotes; npm run settings shows examples.`);
  }
}

async function main(): Promise<void> {
  const command = accessCommand('settings', 'Shows and changes what the company, its stores and its registers say.', '/v1/settings');
  const change = (key: string, { level, id }: Place, value: unknown) =>
    withDatabase(command, async (db) => {
      const setting = settingOfKey(key);
      if (setting === undefined) throw new PlainFailure(`There is no setting ${key}; npm run settings shows all.`);
      const written = await saveSetting(db, setting, { level, id, value }, COMMAND_LINE);
      if (written.ok) return `${key} of ${level === 'company' ? 'the company' : `${level} ${id}`} is changed.`;
      const { refusal } = written;
      if (refusal.code === 'wrong_level') throw new PlainFailure(`${key} is set for: ${refusal.levels.join(', ')}.`);
      if (refusal.code === 'unknown_place') throw new PlainFailure(`There is no ${refusal.level} ${refusal.id}.`);
      throw new PlainFailure(`${key} cannot have this value. ${refusal.path === '' ? '' : `${refusal.path}: `}${refusal.issue}`);
    });
  command
    .command('list', { isDefault: true })
    .description('every setting, what counts by itself, and who says what')
    .action(() =>
      withDatabase(command, async (db) =>
        column(
          (await listSettings(db)).flatMap(({ key, standard, said }) => [
            [key, 'standard', '', JSON.stringify(standard)],
            ...said.map(({ level, id, value }) => [key, level, level === 'company' ? '' : id, JSON.stringify(value)]),
          ]),
        ),
      ),
    );
  command
    .command('history')
    .description('the last changes, the newest first')
    .action(() =>
      withDatabase(command, async (db) =>
        column(
          (await listChanges(db, { limit: 50 })).map(({ at, by, level, placeId, key, before, after }) => [
            at,
            by,
            `${level} ${placeId}`,
            key,
            `${JSON.stringify(before)} → ${JSON.stringify(after)}`,
          ]),
        ),
      ),
    );
  command
    .command('set')
    .argument('<key>', 'of the setting')
    .argument('<json>', 'its value, as JSON')
    .description('says what counts from now on')
    .addOption(levelOption())
    .option('--id <id>', 'of the store or the register', COMPANY)
    .action((key: string, json: string, place: Place) => change(key, place, readValue(json)));
  command
    .command('reset')
    .argument('<key>', 'of the setting')
    .description('says nothing any more: the wider level counts again')
    .addOption(levelOption())
    .option('--id <id>', 'of the store or the register', COMPANY)
    .action((key: string, place: Place) => change(key, place, undefined));
  await command.parseAsync();
}

main().catch(endWith);
