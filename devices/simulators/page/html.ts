import { escapeMarkup } from '../../../domain/base/escape-markup.ts';

/** HTML that is put together of checked parts. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function shown(value: Html | string | number | readonly Html[]): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((one) => one.text).join('');
  return escapeMarkup(String(value));
}

/** Builds HTML; what is put into it is escaped, unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | string | number | readonly Html[])[]): Html {
  return new Html(parts.map((part, index) => part + (index < values.length ? shown(values[index] ?? '') : '')).join(''));
}
