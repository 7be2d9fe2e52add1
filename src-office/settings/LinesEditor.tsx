import { Textarea } from '@mantine/core';
import type { EditorProps } from './editor-props.ts';

/** The lines of a text, without empty ones at its end. */
function linesOf(text: string): string[] {
  return text
    .replace(/\s+$/, '')
    .split('\n')
    .filter((line, index, all) => all.length > 1 || line !== '' || index > 0);
}

/** A list of texts, one a line. */
export function LinesEditor({ label, value, onChange }: EditorProps<readonly string[]> & { readonly label: string }) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={12}
      defaultValue={value.join('\n')}
      onChange={(event) => onChange(linesOf(event.currentTarget.value))}
    />
  );
}
