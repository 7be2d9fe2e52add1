import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
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

interface Place {
  readonly host: string;
  readonly port: number;
}

/** Where a device is on the network. */
export function PlaceFields({ place, onChange }: { readonly place: Place; readonly onChange: (part: Partial<Place>) => void }) {
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

interface Driven {
  readonly driver: string;
}

/** A part of what one of the drivers has to know. */
type PartOf<O> = O extends unknown ? Partial<Omit<O, 'driver'>> : never;

/**
 * A device of a register as it is edited: which driver, and what some of them have to know. What was entered for one is kept while
 * another is chosen.
 * @param schema of the setting. @param fresh what each driver that has to know something begins with.
 */
export function useDriver<V extends Driven, O extends V & Place>(
  { value, onChange }: EditorProps<V>,
  schema: z.ZodType<V>,
  fresh: readonly O[],
) {
  const [driver, setDriver] = useState<V['driver']>(value.driver);
  const [drafts, setDrafts] = useState<readonly O[]>(() => fresh.map((one) => (one.driver === value.driver ? (value as V & O) : one)));
  const draftOf = (chosen: V['driver']) => drafts.find((one) => one.driver === chosen) ?? null;
  const tell = (next: unknown) => onChange(schema.safeParse(next).data ?? null);
  return {
    driver,
    /** What was entered for the driver that is chosen; null where it has to know nothing. */
    draft: draftOf(driver),
    choose(chosen: V['driver']): void {
      setDriver(chosen);
      tell(draftOf(chosen) ?? { driver: chosen });
    },
    change(part: PartOf<O>): void {
      const next = drafts.map((one) => (one.driver === driver ? { ...one, ...part } : one));
      setDrafts(next);
      tell(next.find((one) => one.driver === driver));
    },
  };
}
