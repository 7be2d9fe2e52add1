import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeviceHost } from '../../devices/host/device-host.ts';
import { nciScales } from '../../devices/nci/nci-scale.ts';
import type { Weighing } from '../../domain/device/weighing.ts';
import { type ScaleProcess, startScaleProcess } from '../support/scale-process.ts';
import { hasSerialLines } from '../support/serial-line.ts';
import { SCALE_WAYS, type ScaleWay, serialScale } from './support/scale-ways.ts';

const EMPTY: Weighing = { kind: 'stable', grams: 0, isZero: true, isNet: false };
const weighs = (grams: number, isNet = false): Weighing => ({ kind: 'stable', grams, isZero: false, isNet });

let sim: ScaleProcess;
let way: ScaleWay;

beforeAll(async () => {
  sim = await startScaleProcess();
});
afterAll(() => sim.stop());
beforeEach(async () => {
  await sim.setAway(false);
  await sim.setSilent(false);
  await sim.setMoving(false);
  await sim.setPounds(false);
  await sim.setBroken(false);
  await sim.put(0);
  await sim.zero();
});

const port = () => way.at(sim.address);

// Without pseudo terminals there is no serial port: the contract of printers says so.
const AT_PORT = hasSerialLines ? [['a serial port', () => serialScale(sim.address)] as const] : [];

describe.each([...SCALE_WAYS, ...AT_PORT])('a scale, through %s', (_name, open) => {
  beforeAll(async () => {
    way = await open(sim.simulators);
  });
  afterAll(() => way.close());

  it('shows what lies on it, to the gram', async () => {
    expect(await port().weigh()).toEqual(EMPTY);
    await sim.put(1235);
    expect(await port().weigh()).toEqual(weighs(1235));
  });

  it('says that it moves until it rests', async () => {
    await sim.put(1235);
    await sim.setMoving(true);
    expect(await port().weigh()).toEqual({ kind: 'moving', grams: 1235 });
    await sim.setMoving(false);
    expect(await port().weigh()).toEqual(weighs(1235));
  });

  it('takes the container off that was put on it before', async () => {
    await sim.put(500);
    await sim.tare();
    await sim.put(980);
    expect(await port().weigh()).toEqual(weighs(480, true));
    await sim.put(0);
    expect(await port().weigh()).toMatchObject({ kind: 'stable', grams: -500, isNet: true });
  });

  it('gives no weight when there is too much or too little on it', async () => {
    await sim.put(16_000);
    expect(await port().weigh()).toEqual({ kind: 'no_weight', why: 'over_load' });
    await sim.put(-200);
    expect(await port().weigh()).toEqual({ kind: 'no_weight', why: 'under_load' });
  });

  it('gives no weight in pounds, or from a broken memory', async () => {
    await sim.put(1235);
    await sim.setPounds(true);
    expect(await port().weigh()).toEqual({ kind: 'no_weight', why: 'other_unit' });
    await sim.setPounds(false);
    await sim.setBroken(true);
    expect(await port().weigh()).toEqual({ kind: 'no_weight', why: 'fault' });
  });

  it('is set to zero with a light tray on it, and not with goods on it', async () => {
    await sim.put(100);
    expect(await port().zero()).toEqual(EMPTY);
    await sim.put(1100);
    expect(await port().zero()).toEqual(weighs(1000));
  });

  it('tells at once what has changed', async () => {
    expect(await port().next(null)).toEqual(EMPTY);
    const changed = port().next(EMPTY);
    await sim.put(640);
    expect(await changed).toEqual(weighs(640));
    const gone = port().next(weighs(640));
    await sim.setAway(true);
    // The question that was under way gets no answer; the next finds nobody.
    expect(['silent', 'not_reachable']).toContain((await gone).kind);
  });

  it('that is off the network is not reachable, and is there again when it comes back', async () => {
    await sim.put(640);
    await port().weigh();
    await sim.setAway(true);
    await port().weigh();
    expect(await port().weigh()).toEqual({ kind: 'not_reachable' });
    await sim.setAway(false);
    expect(await port().weigh()).toEqual(weighs(640));
  });

  it('that does not answer is silent, and a late answer is nobody’s', async () => {
    await sim.setSilent(true);
    expect(await port().weigh()).toEqual({ kind: 'silent' });
    await sim.setSilent(false);
    await sim.put(640);
    expect(await port().weigh()).toEqual(weighs(640));
  });

  it('that lost its power is there again', async () => {
    await port().weigh();
    await sim.killAndStart();
    await sim.put(640);
    const looks = [await port().weigh(), await port().weigh()];
    expect(looks.at(-1)).toEqual(weighs(640));
  });

  it('answers several tills one after the other', async () => {
    await sim.put(640);
    expect(await Promise.all(Array.from({ length: 5 }, () => port().weigh()))).toEqual(Array.from({ length: 5 }, () => weighs(640)));
  });
});

describe('at the other end of the line', () => {
  let server: Server;
  let sockets: Socket[];
  const opened = (attend: (socket: Socket) => void) =>
    new Promise<{ host: string; port: number }>((resolve) => {
      sockets = [];
      server = createServer((socket) => {
        sockets.push(socket);
        socket.on('error', () => socket.destroy());
        attend(socket);
      });
      server.listen(0, '127.0.0.1', () => resolve({ host: '127.0.0.1', port: (server.address() as { port: number }).port }));
    });
  afterEach(() => {
    sockets.forEach((socket) => socket.destroy());
    return new Promise((resolve) => server.close(resolve));
  });

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['talks without an end', (socket) => socket.on('data', () => socket.write('x'.repeat(300)))],
    ['speaks another protocol', (socket) => socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n\u0003'))],
    ['stops in the middle', (socket) => socket.on('data', () => socket.write('\n 1.23'))],
  ])('a stranger that %s is silent', async (_what, attend) => {
    expect(await nciScales()(await opened(attend)).weigh()).toEqual({ kind: 'silent' });
  });

  it('an event looks again and again, and tells in the end that nothing has changed', async () => {
    let asked = 0;
    const address = await opened((socket) => {
      socket.on('data', () => {
        asked += 1;
        socket.write('\n 0.640kg\r\n00\r\u0003');
      });
    });
    expect(await nciScales()(address).next(weighs(640))).toEqual(weighs(640));
    expect(asked).toBeGreaterThan(3);
  });

  it('an answer in pieces is one answer, and what came unasked is none', async () => {
    const address = await opened((socket) => {
      let asked = 0;
      socket.on('data', () => {
        asked += 1;
        socket.write('\n 1.2');
        setImmediate(() => socket.write(`${asked}0kg\r\n00\r\u0003`));
      });
    });
    const scale = nciScales()(address);
    expect([await scale.weigh(), await scale.weigh()]).toEqual([weighs(1210), weighs(1220)]);
  });
});

it('a register without a scale reaches none', async () => {
  const host = createDeviceHost({ simulators: () => null });
  for (const scale of [{ driver: 'none' }, { driver: 'simulator' }] as const) {
    expect(await host['scale.weigh'](scale)).toEqual({ kind: 'not_reachable' });
    expect(await host['scale.zero'](scale)).toEqual({ kind: 'not_reachable' });
    expect(await host['scale.next'](scale, null)).toEqual({ kind: 'not_reachable' });
  }
});
