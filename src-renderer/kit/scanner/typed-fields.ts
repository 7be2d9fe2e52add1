import type { KeyPlace } from './is-scan.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

const NO_TEXT = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'image'];

/** The field that a key goes into, if it goes into one. */
export function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !NO_TEXT.includes(target.type) ? target : null;
}

/** What a person would type into a field. */
export function placeOf(field: Field | null): KeyPlace {
  if (field === null) return 'none';
  if (field.matches('[data-search]')) return 'search';
  if (field.type === 'password') return field.inputMode === 'numeric' ? 'pin' : 'secret';
  if (field.type === 'number' || field.inputMode === 'numeric' || field.inputMode === 'decimal') return 'number';
  return 'text';
}

/** What a field held, and what of it was chosen, before somebody typed into it. */
export interface FieldBefore {
  readonly value: string;
  readonly selection: readonly [start: number | null, end: number | null];
}

export function noteField(field: Field): FieldBefore {
  return { value: field.value, selection: [field.selectionStart, field.selectionEnd] };
}

/** Puts a field back to what it held before, in a way that React notices. */
export function restoreField(field: Field, { value, selection }: FieldBefore): void {
  if (field.value !== value) {
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const [start, end] = selection;
  if (start !== null && end !== null && document.activeElement === field) field.setSelectionRange(start, end);
}

/** Types text into a field where its cursor is, in a way that React notices. */
export function typeInto(field: Field, text: string): void {
  const { value, selection } = noteField(field);
  const [start, end] = [selection[0] ?? value.length, selection[1] ?? value.length];
  const at = start + text.length;
  restoreField(field, { value: `${value.slice(0, start)}${text}${value.slice(end)}`, selection: [at, at] });
}

/** Digits that stand in a search field are what an earlier label left there; words are what a person is looking for. */
const LEFT_BEHIND = /^\s*\d+\s*$/;

/** The fields that a burst of keys has typed into, as they were before. */
export class TouchedFields {
  private readonly before = new Map<Field, FieldBefore>();

  note(field: Field | null): void {
    if (field !== null && !this.before.has(field)) this.before.set(field, noteField(field));
  }

  forget(): void {
    this.before.clear();
  }

  /** Takes what was typed out again, and what an earlier label left in a search field. */
  putBack(): void {
    for (const [field, before] of this.before) {
      const leftBehind = field.matches('[data-search]') && LEFT_BEHIND.test(before.value);
      restoreField(field, leftBehind ? { value: '', selection: [0, 0] } : before);
    }
    this.forget();
  }
}
