/** A request that a page shows as a curl command. */
interface DocRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What stands in a page for a value that differs each time. */
export const ANY_VALUE = '…';

/** Splits a shell command into words: single quotes, double quotes with `\"`, `\` before a line end, and `$NAME`. */
export function shellWords(command: string, variables: Readonly<Record<string, string>>): string[] {
  const expand = (text: string) =>
    text.replace(/\$([A-Z_]+)/g, (_, name: string) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`Nothing has set $${name}.`);
      return value;
    });
  const word = /(?:'[^']*'|"(?:\\"|[^"])*"|[^\s'"\\])+/g;
  const part = /'([^']*)'|"((?:\\"|[^"])*)"|([^'"]+)/g;
  return [...command.replace(/\\\n/g, ' ').matchAll(word)].map(([whole]) =>
    [...whole.matchAll(part)].map(([, single, double, bare]) => single ?? expand((double ?? bare ?? '').replaceAll('\\"', '"'))).join(''),
  );
}

/** Reads one curl command. @throws for an option that no page has used yet. */
export function readCurl(command: string, variables: Readonly<Record<string, string>>): DocRequest {
  const [name, ...words] = shellWords(command, variables);
  if (name !== 'curl') throw new Error(`This is no curl command: ${command}`);
  const headers: Record<string, string> = {};
  let [url, method, body]: [string, string | null, string | null] = ['', null, null];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = words[at + 1] ?? '';
    if (!word.startsWith('-')) {
      url = word;
      continue;
    }
    at += 1;
    if (word === '-X') method = value;
    else if (word === '-d') body = value;
    else if (word === '-H') headers[value.slice(0, value.indexOf(':'))] = value.slice(value.indexOf(':') + 1).trim();
    else throw new Error(`This curl option is not read: ${word}`);
  }
  return { url, method: method ?? (body === null ? 'GET' : 'POST'), headers, body };
}

/** The curl commands of a page, each with the status and the JSON of the block behind it. */
export function readExamples(markdown: string): { readonly command: string; readonly status: number; readonly answer: unknown }[] {
  const block = /```sh\n(curl [\s\S]*?)\n```\n```json (\d{3})\n([\s\S]*?)```/g;
  return [...markdown.matchAll(block)].map(([, command = '', status = '', answer = '']) => ({
    command,
    status: Number(status),
    answer: JSON.parse(answer) as unknown,
  }));
}
