import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((one) => {
    if (one.type === TYPE.literal || one.type === TYPE.pound) return [];
    const inner =
      one.type === TYPE.plural || one.type === TYPE.select ? Object.values(one.options).flatMap((option) => namesIn(option.value)) : [];
    return ['value' in one ? one.value : '', ...inner];
  });
}

/** The names of everything that an ICU message takes, in the order of the alphabet. */
export function namesTaken(message: string): string[] {
  return [...new Set(namesIn(parse(message, { ignoreTag: true })))].sort();
}
