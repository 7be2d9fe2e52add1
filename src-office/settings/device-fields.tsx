import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import {
  BAUD_RATES,
  DATA_BITS,
  type DevicePlace,
  FLOWS,
  type NetworkPlace,
  PARITIES,
  serialFields,
  type SerialPlace,
  usbFields,
  type UsbPlace,
} from '../../domain/device/device-place.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly nameOf: (choice: T) => string;
  readonly onChoose: (choice: T) => void;
}

/** One of a few values, each by its name. */
export function Choice<T extends string | number>({ label, value, choices, nameOf, onChoose }: ChoiceProps<T>) {
  const choose = (chosen: string) => onChoose(choices.find((one) => String(one) === chosen) ?? value);
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      onChange={(event) => choose(event.currentTarget.value)}
      data={choices.map((one) => ({ value: String(one), label: nameOf(one) }))}
    />
  );
}

/** What was entered for each way to a device. The one that is chosen counts. */
export interface PlaceDraft extends NetworkPlace, SerialPlace, UsbPlace {
  readonly way: Way;
}

/** The ways to a device. */
export const WAYS = ['network', 'serial', 'usb'] as const;
type Way = (typeof WAYS)[number];

const wayTo = (place: DevicePlace): Way => ('host' in place ? 'network' : 'serial' in place ? 'serial' : 'usb');

/** How most devices on a serial line are set. */
const LINE = { serial: '', baud: 9_600, dataBits: 8, parity: 'none', flow: 'none' } as const;

/** A place as it is edited. @param place where the device is so far. */
export function placeDraft(place: DevicePlace): PlaceDraft {
  return { host: '', port: 9_100, ...LINE, usb: '/dev/usb/lp0', ...place, way: wayTo(place) };
}

/** A draft as a setting: what belongs to the other ways is left out. */
export function settingOf<D extends PlaceDraft>({ way, host, port, serial, baud, dataBits, parity, flow, usb, ...rest }: D) {
  if (way === 'network') return { ...rest, host, port };
  return way === 'usb' ? { ...rest, usb } : { ...rest, serial, baud, dataBits, parity, flow };
}

interface PlaceProps {
  readonly place: PlaceDraft;
  readonly onChange: (part: Partial<PlaceDraft>) => void;
  /** Which ways there are to a device of this kind. */
  readonly ways: readonly Way[];
}

function NetworkFields({ place, onChange }: Omit<PlaceProps, 'ways'>) {
  return (
    <>
      <TextInput
        label={words('settings.terminalHost')}
        value={place.host}
        onChange={(event) => onChange({ host: event.currentTarget.value.trim() })}
      />
      <NumberInput
        label={words('settings.terminalPort')}
        min={1}
        max={65_535}
        hideControls
        value={place.port}
        onChange={(port) => onChange({ port: typeof port === 'number' ? port : 0 })}
      />
    </>
  );
}

function SerialFields({ place, onChange }: Omit<PlaceProps, 'ways'>) {
  return (
    <>
      <TextInput
        label={words('settings.serialPort')}
        description={words('settings.serialPort.meaning')}
        value={place.serial}
        onChange={(event) => onChange({ serial: event.currentTarget.value.trim() })}
        error={place.serial !== '' && !serialFields.serial.safeParse(place.serial).success && words('settings.serialPort.wrong')}
      />
      <Choice
        label={words('settings.baud')}
        value={place.baud}
        choices={BAUD_RATES}
        nameOf={String}
        onChoose={(baud) => onChange({ baud })}
      />
      <Choice
        label={words('settings.dataBits')}
        value={place.dataBits}
        choices={DATA_BITS}
        nameOf={String}
        onChoose={(dataBits) => onChange({ dataBits })}
      />
      <Choice
        label={words('settings.parity')}
        value={place.parity}
        choices={PARITIES}
        nameOf={(one) => words(`settings.parity.${one}`)}
        onChoose={(parity) => onChange({ parity })}
      />
      <Choice
        label={words('settings.flow')}
        value={place.flow}
        choices={FLOWS}
        nameOf={(one) => words(`settings.flow.${one}`)}
        onChoose={(flow) => onChange({ flow })}
      />
    </>
  );
}

/** Where a device is: on the network, at a serial port or on USB. */
export function PlaceFields({ place, onChange, ways }: PlaceProps) {
  return (
    <>
      {ways.length > 1 && (
        <Choice
          label={words('settings.way')}
          value={place.way}
          choices={ways}
          nameOf={(way) => words(`settings.way.${way}`)}
          onChoose={(way) => onChange({ way })}
        />
      )}
      {place.way === 'network' && <NetworkFields place={place} onChange={onChange} />}
      {place.way === 'serial' && <SerialFields place={place} onChange={onChange} />}
      {place.way === 'usb' && (
        <TextInput
          label={words('settings.usbDevice')}
          description={words('settings.usbDevice.meaning')}
          value={place.usb}
          onChange={(event) => onChange({ usb: event.currentTarget.value.trim() })}
          error={place.usb !== '' && !usbFields.usb.safeParse(place.usb).success && words('settings.usbDevice.wrong')}
        />
      )}
    </>
  );
}

interface Driven {
  readonly driver: string;
}

/** A part of what one of the drivers has to know. */
type PartOf<D> = D extends unknown ? Partial<Omit<D, 'driver'>> : never;

/**
 * A device of a register as it is edited: which driver, and what some of them have to know. What was entered for one is kept while
 * another is chosen.
 * @param schema of the setting. @param fresh what each driver that has to know something begins with.
 */
export function useDriver<V extends Driven, D extends PlaceDraft & { readonly driver: V['driver'] }>(
  { value, onChange }: EditorProps<V>,
  schema: z.ZodType<V>,
  fresh: readonly D[],
) {
  const [driver, setDriver] = useState<V['driver']>(value.driver);
  const [drafts, setDrafts] = useState<readonly D[]>(() =>
    fresh.map((one) => (one.driver === value.driver ? { ...one, ...placeDraft(value as V & DevicePlace), ...value } : one)),
  );
  const draftOf = (chosen: V['driver']) => drafts.find((one) => one.driver === chosen) ?? null;
  const tell = (next: unknown) => onChange(schema.safeParse(next).data ?? null);
  return {
    driver,
    /** What was entered for the driver that is chosen; null where it has to know nothing. */
    draft: draftOf(driver),
    choose(chosen: V['driver']): void {
      setDriver(chosen);
      const draft = draftOf(chosen);
      tell(draft === null ? { driver: chosen } : settingOf(draft));
    },
    change(part: PartOf<D>): void {
      const next = drafts.map((one) => (one.driver === driver ? { ...one, ...part } : one));
      setDrafts(next);
      const draft = next.find((one) => one.driver === driver);
      tell(draft && settingOf(draft));
    },
  };
}
