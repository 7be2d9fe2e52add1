/** A record taken apart; `open` when a quoted value goes on in the next line; null when its quotes are not in order. */
export type SplitRecord = readonly string[] | 'open' | null;

/** Takes one record of a CSV file apart (RFC 4180). @param separator one character. */
export function splitRecord(text: string, separator: string): SplitRecord {
  if (!text.includes('"')) return text.split(separator);
  const values: string[] = [];
  for (let at = 0; ; ) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      values.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return values;
      at = end + 1;
      continue;
    }
    let value = '';
    for (at += 1; ; ) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return 'open';
      value += text.slice(at, quote);
      at = quote + 1;
      if (text[at] !== '"') break;
      value += '"';
      at += 1;
    }
    values.push(value);
    if (at === text.length) return values;
    if (text[at] !== separator) return null;
    at += 1;
  }
}

/** The same for a record with stray quotes: they stand for themselves. */
export function splitPlainly(text: string, separator: string): readonly string[] {
  return text.split(separator);
}
