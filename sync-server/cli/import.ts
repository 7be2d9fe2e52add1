import cliProgress from 'cli-progress';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { basename, join, resolve } from 'node:path';
import { priceText, readPriceText } from '../../domain/base/decimal-text.ts';
import { isKnownCurrency } from '../../domain/base/iso-4217.ts';
import { importFaultText } from '../../domain/office/import-fault.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import type { Db } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { ensureCompany } from '../import/ensure-company.ts';
import { ACCOUNT_COLUMNS, accountImporter, OTHER_ACCOUNT_COLUMNS } from '../import/import-accounts.ts';
import { GIFT_CARD_COLUMNS, giftCardImporter, OTHER_GIFT_CARD_COLUMNS } from '../import/import-gift-cards.ts';
import { orderImporter } from '../import/import-orders.ts';
import { PRODUCT_COLUMNS, productImporter } from '../import/import-products.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import { OTHER_PRICE_LIST_COLUMNS, PRICE_LIST_COLUMNS, priceListImporter } from '../import/import-price-lists.ts';
import { OTHER_PRICE_COLUMNS, PRICE_COLUMNS, priceImporter } from '../import/import-prices.ts';
import { loadPriceLists } from '../price-lists/load-prices.ts';
import { OTHER_PROMOTION_COLUMNS, PROMOTION_COLUMNS, promotionImporter } from '../import/import-promotions.ts';
import { type Importer, importRows } from '../import/import-rows.ts';
import { STORE_COLUMNS, storeImporter } from '../import/import-stores.ts';
import { importPictures, PICTURE_FAULTS } from '../pictures/import-pictures.ts';
import { ORDER_COLUMNS } from '../import/read-invoice-row.ts';
import type { FileFormat } from '../import/read-rows.ts';
import { hintServers } from '../feed/other-servers.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';

interface Options {
  readonly data: string;
  readonly report?: string;
  readonly company: string;
  readonly currency: string;
  readonly defaultPrice?: string;
  readonly taxClass: string;
  readonly from?: string;
  readonly to?: string;
  readonly orderCurrency: string;
  readonly openingStock: 'needed' | 'none';
  readonly dryRun: boolean;
}

const KINDS = ['products', 'stores', 'promotions', 'price-lists', 'prices', 'gift-cards', 'accounts', 'orders', 'pictures'] as const;

/** What a CSV file holds; pictures are a folder of files. */
type FileKind = Exclude<(typeof KINDS)[number], 'pictures'>;

type Kind = (typeof KINDS)[number];

function readDay(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('A day is written 2010-12-31.');
  return text;
}

/** How many of the smallest unit a new product costs when nobody says: $9.99, ¥999. */
const DEFAULT_MINOR = 999;

function readDefaultPrice(text: string | undefined, currency: string): number {
  if (text === undefined) return DEFAULT_MINOR * UNIT_PRICE_SCALE;
  const price = readPriceText(text, currency);
  if (price === null || price === 0)
    throw new PlainFailure(
      `--default-price is written in units of ${currency}, such as ${priceText(DEFAULT_MINOR * UNIT_PRICE_SCALE, currency)}, ` +
        'and is not zero.',
    );
  return price;
}

function readCurrency(text: string): string {
  if (!isKnownCurrency(text)) throw new InvalidArgumentError('A currency is one of ISO 4217, in three capital letters.');
  return text;
}

function readCommand(): { kind: Kind; file: string; options: Options } {
  const command = new Command('npm run import --')
    .description(
      'Imports a CSV file, plain or gzipped, into the database in --data, or the one DATABASE_URL names. Importing it again ' +
        'changes nothing.',
    )
    .addArgument(new Argument('<kind>', 'what the file holds').choices(KINDS))
    .argument('<file>', 'the CSV file; pictures: a folder of PNG, JPEG and WebP files, each named after a SKU or a barcode')
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'))
    .option('--report <file>', 'where the refused rows are written (default: imports/ in the data folder)')
    .option('--company <name>', 'name of the company, when there is none yet', 'Imported Company')
    .option('--currency <code>', 'its currency', readCurrency, 'USD')
    .option(
      '--default-price <amount>',
      'products: price of new products when the file has no column price, in units of the currency (default: 999 of its ' +
        'smallest unit, such as 9.99)',
    )
    .option('--tax-class <name>', 'products: tax class of new products when the file has no column tax_class', 'standard')
    .option('--from <day>', 'orders: first day to import', readDay)
    .option('--to <day>', 'orders: last day to import', readDay)
    .option('--order-currency <code>', 'orders: currency of the invoices', readCurrency, 'GBP')
    .addOption(
      new Option(
        '--opening-stock <rule>',
        'orders: "needed" books what was sold in at a store first; "none" sources from the stock there is',
      )
        .choices(['needed', 'none'])
        .default('needed'),
    )
    .option('--dry-run', 'accounts: check the rows and write nothing but the report', false)
    .parse();
  const [kind, file] = command.processedArgs as [Kind, string];
  const options = command.opts<Options>();
  if (options.dryRun && kind !== 'accounts') command.error('error: --dry-run goes with accounts alone.');
  return { kind, file, options };
}

interface Job {
  readonly columns: readonly string[];
  readonly others?: readonly string[];
  readonly importer: Importer;
  /** What else a person should know afterwards. */
  readonly notes: () => string[];
}

async function jobFor(kind: FileKind, db: Db, options: Options, currency: string): Promise<Job> {
  if (kind === 'stores') return { columns: STORE_COLUMNS, importer: storeImporter(db), notes: () => [] };
  if (kind === 'promotions') {
    return { columns: PROMOTION_COLUMNS, others: OTHER_PROMOTION_COLUMNS, importer: promotionImporter(db, currency), notes: () => [] };
  }
  if (kind === 'price-lists') {
    return { columns: PRICE_LIST_COLUMNS, others: OTHER_PRICE_LIST_COLUMNS, importer: priceListImporter(db, currency), notes: () => [] };
  }
  if (kind === 'prices') {
    const importer = priceImporter(db, await loadPriceLists(db), COMMAND_LINE);
    return { columns: PRICE_COLUMNS, others: OTHER_PRICE_COLUMNS, importer, notes: () => [] };
  }
  if (kind === 'gift-cards') {
    const importer = giftCardImporter(db, currency, COMMAND_LINE);
    return { columns: GIFT_CARD_COLUMNS, others: OTHER_GIFT_CARD_COLUMNS, importer, notes: () => [] };
  }
  if (kind === 'accounts') {
    const importer = accountImporter(db, { currency, isDryRun: options.dryRun }, COMMAND_LINE);
    const notes = () => (options.dryRun ? ['Nothing was written: this was a dry run.'] : []);
    return { columns: ACCOUNT_COLUMNS, others: OTHER_ACCOUNT_COLUMNS, importer, notes };
  }
  if (kind === 'products') {
    const defaultPrice = readDefaultPrice(options.defaultPrice, currency);
    const importer = productImporter(db, { defaultPrice, taxClass: options.taxClass, currency });
    const priced = (): string[] => {
      const count = importer.defaultPriced();
      return count === 0
        ? []
        : [
            `${count} new products had no price and got ${priceText(defaultPrice, currency)} ${currency}; --default-price ` +
              'changes that, a column "price" sets each.',
          ];
    };
    return { columns: PRODUCT_COLUMNS, importer, notes: priced };
  }
  const importer = orderImporter(db, {
    from: options.from ?? null,
    to: options.to ?? null,
    currency: options.orderCurrency,
    openingStock: options.openingStock === 'needed',
  });
  return {
    columns: ORDER_COLUMNS,
    importer,
    notes: () => (importer.leftOut() === 0 ? [] : [`${importer.leftOut()} rows were of other days and left out.`]),
  };
}

/** The currency of the company, which is made where there is none yet. A dry run makes none. */
async function currencyOf(db: Db, { company, currency, dryRun }: Options): Promise<string> {
  if (!dryRun) return ensureCompany(db, { name: company, currency });
  return (await db.selectFrom('company').select('currency').executeTakeFirst())?.currency ?? currency;
}

async function main(): Promise<void> {
  const { kind, file, options } = readCommand();
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  const folder = resolve(options.data);
  const warn = (line: string): void => void process.stderr.write(`${line}\n`);
  const database = await openDatabase({ databaseUrl, dataDir: folder, onError: (error) => warn(error.message) });
  try {
    if (kind === 'pictures') {
      const { refused, ...report } = await importPictures(database.db, resolve(file));
      if (database.kind === 'postgres') await hintServers(database.db);
      for (const one of refused) warn(`${one.file}: ${PICTURE_FAULTS[one.code]}`);
      process.stdout.write(`${JSON.stringify({ ...report, refused: refused.length })}\n`);
      return;
    }
    const currency = await currencyOf(database.db, options);
    if (kind === 'orders' && options.openingStock === 'needed') {
      const store = await database.db.selectFrom('locations').select('id').where('kind', '=', 'store').limit(1).executeTakeFirst();
      if (store === undefined)
        throw new PlainFailure('There is no store to source orders to; import stores first: npm run import -- stores FILE.');
    }
    const { importer, notes, ...columns } = await jobFor(kind, database.db, options, currency);
    const bar = new cliProgress.SingleBar({
      format: `${kind} {bar} {percentage} %  {eta_formatted} left`,
      clearOnComplete: true,
      noTTYOutput: false,
    });
    if (process.stderr.isTTY) bar.start(1, 0);
    const reportFile = resolve(options.report ?? join(folder, 'imports', `${basename(file)}.refused.csv`));
    const onProgress = (read: number, total: number): void => {
      bar.setTotal(total);
      bar.update(read);
    };
    const onFormat = ({ encoding, separator }: FileFormat): void => {
      if (encoding !== 'utf-8')
        warn(`${basename(file)} is not UTF-8; it was read as ${encoding === 'windows-1252' ? 'Windows-1252' : 'UTF-16'}.`);
      if (separator !== ',')
        warn(
          `The columns of ${basename(file)} are separated by ${separator === ';' ? 'semicolons' : 'tabs'}; numbers may have ` +
            'decimal commas.',
        );
    };
    const { report, refused } = await importRows({ file, ...columns, report: reportFile, onProgress, onFormat }, importer).finally(() =>
      bar.stop(),
    );
    if (database.kind === 'postgres') await hintServers(database.db);
    for (const row of refused.shown) warn(`line ${row.line}: ${row.field}${row.field === '' ? '' : ' '}${importFaultText(row)}`);
    if (refused.count > refused.shown.length) warn(`… and ${refused.count - refused.shown.length} more.`);
    if (refused.count > 0) warn(`All ${refused.count} refused rows are in ${refused.file}`);
    for (const note of notes()) warn(note);
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await database.close();
  }
}

main().catch(endWith);
