import { expect, it } from 'vitest';
import { createBridgeClient } from './bridge-client.ts';
import { bridgeMethods } from './bridge-methods.ts';
import { bridgeContract } from './bridge.ts';

it('reaches every method of the contract, with arguments that fit it', async () => {
  const calls: { method: string; args: unknown[] }[] = [];
  const bridge = createBridgeClient((method, args) => {
    calls.push({ method, args });
    return Promise.resolve({ ok: true, value: null });
  });
  await bridge.app.info();
  await bridge.journalMirror.append(['{"seq":1}']);
  await bridge.journalMirror.read();
  await bridge.journalMirror.tail();
  await bridge.secrets.store('register.token', 'abc');
  await bridge.secrets.load('register.token');
  await bridge.secrets.remove('register.token');
  await bridge.display.open();
  await bridge.pdf.save({ name: 'A8-1', paper: { kind: 'slip', heightMm: 120 } });
  const place = { terminal: { driver: 'simulator' }, saleId: 'R1' };
  const payment = { serviceId: 'A1', reference: 'P1', currency: 'USD', amountMinor: 100, isPart: false, mustBeOnline: false };
  await bridge.devices.call('terminal.pay', [place, payment]);
  await bridge.devices.call('terminal.reverse', [
    place,
    { serviceId: 'A2', reference: 'P1', transactionId: 'T1', transactionAt: 'now', part: null },
  ]);
  await bridge.devices.call('terminal.status', [place, { serviceId: 'A3', of: { serviceId: 'A1', category: 'payment', currency: 'USD' } }]);
  await bridge.devices.call('terminal.abort', [place, { serviceId: 'A4', of: 'A1' }]);
  await bridge.devices.call('terminal.diagnose', [place, 'A5']);
  await bridge.devices.call('terminal.totals', [
    { ...place, shiftId: 'S1' },
    { serviceId: 'A6', shiftId: 'S1' },
  ]);
  const scale = { driver: 'nci', host: '10.0.0.6', port: 4001 };
  await bridge.devices.call('scale.weigh', [scale]);
  await bridge.devices.call('scale.zero', [scale]);
  await bridge.devices.call('scale.next', [scale, { kind: 'moving', grams: null }]);
  const printer = { driver: 'simulator' };
  const document = { direction: 'ltr', blocks: [{ kind: 'qr', data: 'A1-1' }, { kind: 'cut' }] };
  await bridge.devices.call('printer.print', [printer, { id: 'A1-1', document }]);
  await bridge.devices.call('printer.kick', [printer, 'A1-1', 2]);
  await bridge.devices.call('printer.watch', [printer, null]);
  const line = { start: 'Total', end: '4.00' };
  await bridge.devices.call('pole.show', [{ driver: 'simulator' }, [line, line]]);
  await bridge.devices.call('scanner.next', [{ driver: 'simulator', number: 1 }, null]);
  await bridge.devices.call('label.print', [
    { driver: 'simulator' },
    { id: 'J', document: { direction: 'ltr', blocks: [{ kind: 'cut' }] } },
  ]);

  expect(calls.map(({ method }) => method)).toEqual([...bridgeMethods]);
  for (const method of bridgeMethods) {
    const call = calls.find((each) => each.method === method);
    expect(bridgeContract[method].args.safeParse(call?.args).success).toBe(true);
  }
});
