import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { memoryDisk, type OpenDatabases } from '../../test/support/memory-databases.ts';
import { claimDeviceFormat, DEVICE_FORMAT, WrittenByNewerApp } from './device-format.ts';
import { deviceNotes, type DeviceNotes } from './device-notes.ts';

describe('the format of what is kept on a device', () => {
  let databases: OpenDatabases;
  let notes: DeviceNotes;
  beforeEach(async () => {
    databases = await memoryDisk().open('R1');
    notes = deviceNotes(databases.device, (error) => {
      throw error;
    });
  });
  afterEach(() => databases.close());

  it('is noted at the first start, and by the first start after an update', async () => {
    await claimDeviceFormat(notes);
    expect(await notes.read('format')).toEqual({ format: DEVICE_FORMAT });
    await notes.write('format', { format: DEVICE_FORMAT - 1 });
    await claimDeviceFormat(notes);
    expect(await notes.read('format')).toEqual({ format: DEVICE_FORMAT });
  });

  it('of a newer app is left as it is, with everything else', async () => {
    await notes.write('format', { format: DEVICE_FORMAT + 1, more: 'than is known here' });
    await notes.write('enrolment', { registerId: 'R1' });
    const revisions = async () => (await databases.device.find().exec()).map((entry) => [entry.id, entry.body, entry.revision]);
    const before = await revisions();
    await expect(claimDeviceFormat(notes)).rejects.toThrow(WrittenByNewerApp);
    expect(await revisions()).toEqual(before);
  });

  it('goes up with the version of operations', () => {
    expect(DEVICE_FORMAT).toBeGreaterThanOrEqual(OPERATION_VERSION);
  });
});
