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

/**
 * A device of a register as it is edited: which driver, and what one of them has to know. What was entered for that one is kept while
 * another is chosen.
 * @param schema of the setting. @param fresh what the driver that has to know something begins with.
 */
export function useDriver<V extends Driven, O extends V & Place>({ value, onChange }: EditorProps<V>, schema: z.ZodType<V>, fresh: O) {
  const isOwn = (one: V): one is V & O => one.driver === fresh.driver;
  const [driver, setDriver] = useState<V['driver']>(value.driver);
  const [draft, setDraft] = useState<O>(isOwn(value) ? value : fresh);

  function tell(chosen: V['driver'], own: O): void {
    onChange(schema.safeParse(chosen === fresh.driver ? own : { driver: chosen }).data ?? null);
  }
  return {
    driver,
    /** What was entered for `fresh`'s driver. */
    draft,
    choose(chosen: V['driver']): void {
      setDriver(chosen);
      tell(chosen, draft);
    },
    change(part: Partial<O>): void {
      const next = { ...draft, ...part };
      setDraft(next);
      tell(driver, next);
    },
  };
}
