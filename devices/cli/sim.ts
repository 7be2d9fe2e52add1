import { Command, Option } from 'commander';
import { KEPT_IN } from '../base/kept-in.ts';
import { portOf } from '../base/port-of.ts';
import { runUntilEnded, tellStarter } from '../base/run-until-ended.ts';
import { startCarrier } from '../simulators/carrier/start-carrier.ts';
import { startLabels } from '../simulators/labels/start-labels.ts';
import { startPole } from '../simulators/pole/start-pole.ts';
import { startMail } from '../simulators/mail/start-mail.ts';
import { type StartPrinter, startPrinter } from '../simulators/printer/start-printer.ts';
import { startScale } from '../simulators/scale/start-scale.ts';
import { startScanners } from '../simulators/scanner/start-scanners.ts';
import { startTerminal } from '../simulators/terminal/start-terminal.ts';

const program = new Command('npm run sim --').description('Starts a simulated device, as a process of its own, until it is stopped.');
program
  .command('terminal')
  .description('A card terminal that speaks nexo over TLS. Open the address that it prints to see it and to press its buttons.')
  .option('--port <port>', 'where a till speaks to it', portOf, 8443)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4690)
  .option('--folder <dir>', 'where its certificate and what it has done are kept', `${KEPT_IN}simulators/terminal`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startTerminal(options);
    process.stdout.write(`${JSON.stringify({ host: address.host, port: address.port, poiId: address.poiId, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('scale')
  .description('A counter scale that speaks the NCI protocol over TCP. Open the address that it prints to see it and to put goods on it.')
  .option('--port <port>', 'where a till speaks to it', portOf, 4001)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4692)
  .option('--folder <dir>', 'where it leaves word where it is', `${KEPT_IN}simulators/scale`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startScale(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('printer')
  .description(
    'A receipt printer with a drawer that understands ESC/POS or StarPRNT over TCP. Open the address that it prints to see the paper.',
  )
  .option('--port <port>', 'where a till speaks to it', portOf, 9100)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4693)
  .option('--folder <dir>', 'where it leaves word where it is', `${KEPT_IN}simulators/printer`)
  .addOption(new Option('--language <language>', 'what it understands').choices(['escpos', 'star']).default('escpos'))
  .action(async (options: StartPrinter) => {
    const { address, controlUrl, close } = await startPrinter(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('mail')
  .description('A mail server that delivers nothing. Open the address that it prints to see the mails that came.')
  .option('--port <port>', 'where mail is handed over', portOf, 2525)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4695)
  .option('--folder <dir>', 'where it leaves word where it is', `${KEPT_IN}simulators/mail`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startMail(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('carrier')
  .description(
    'A carrier that makes labels and sends nothing (the Shipping API of UPS). Open the address that it prints to see the labels.',
  )
  .option('--port <port>', 'where labels are bought', portOf, 4004)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4696)
  .option('--folder <dir>', 'where it leaves word where it is', `${KEPT_IN}simulators/carrier`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startCarrier(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('pole')
  .description('A two-line display for customers over TCP (CD5220 and Epson). Open the address that it prints to see it.')
  .option('--port <port>', 'where a till speaks to it', portOf, 4003)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4694)
  .option('--folder <dir>', 'where it leaves word where it is', `${KEPT_IN}simulators/pole`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startPole(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('scanner')
  .description('Two barcode scanners over TCP. Open the address that it prints to scan with them, also with both at once.')
  .option('--port <port>', 'where a till hears the first; the second is at the next one', portOf, 4005)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4697)
  .option('--folder <dir>', 'where it leaves word where they are', `${KEPT_IN}simulators/scanner`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startScanners(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });
program
  .command('labels')
  .description('A label printer over TCP (ZPL II). Open the address that it prints to see the labels.')
  .option('--port <port>', 'where a till speaks to it', portOf, 4007)
  .option('--control-port <port>', 'where its page and its buttons are', portOf, 4698)
  .option('--folder <dir>', 'where it leaves word where it is', `${KEPT_IN}simulators/labels`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startLabels(options);
    process.stdout.write(`${JSON.stringify({ ...address, controlUrl })}\n`);
    tellStarter({ controlUrl, address });
    runUntilEnded(close);
  });

await program.parseAsync();
