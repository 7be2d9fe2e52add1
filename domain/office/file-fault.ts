import { z } from 'zod';
import { text } from '../base/text.ts';
import { fillSentence, type NamesIn } from './fault-sentence.ts';

/**
 * Everything that can be wrong with an imported file as a whole, in English: what the catalog of the screens and the command line say. A
 * part in braces is what the code tells; `file` is the name of the file.
 */
export const FILE_FAULTS = {
  columns_missing:
    '{file} has not the columns that were expected. Missing: {missing}. The first line has to name {columns}, \
separated by commas, semicolons or tabs.',
  unknown_column:
    '{file} has a column “{column}” that is not known. Correct its name or take it out; besides {columns} there are {others}.',
  no_rows: '{file} is empty. The first line has to name {columns}.',
  line_too_long: '{file} holds a line of over a million characters: it is not the CSV that was expected.',
  torn: '{file} is torn: the gzip stream ends too early. Copy the file again; what was imported so far stays and is not imported twice.',
  cannot_unpack: '{file} is damaged: it cannot be unpacked. Copy the file again.',
  not_text: '{file} is damaged: it holds bytes that are no text. Save it again as CSV in UTF-8.',
  not_there: 'There is no file {file}.',
  is_folder: '{file} is a folder; name a CSV file.',
} as const;

export type FileFaultCode = keyof typeof FILE_FAULTS;

/** What each code tells. */
export type FileFacts<C extends FileFaultCode> = Readonly<Record<NamesIn<(typeof FILE_FAULTS)[C]>, string>>;

const CODES = Object.keys(FILE_FAULTS) as [FileFaultCode, ...FileFaultCode[]];

/** Why nothing of a file was taken. */
export const fileFault = z.strictObject({ code: z.enum(CODES), facts: z.record(text, text) });

export type FileFault = z.infer<typeof fileFault>;

/** What is wrong with a file. */
export function fileFaultOf<C extends FileFaultCode>(code: C, facts: FileFacts<C>): FileFault {
  return { code, facts };
}

/** What is wrong, in English, for the command line. */
export function fileFaultText({ code, facts }: FileFault): string {
  return fillSentence(FILE_FAULTS[code], facts);
}
