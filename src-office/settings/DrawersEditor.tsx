import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Drawers } from '../../domain/shift/settings.ts';
import { words } from '../../texts/words/words.ts';
import { drawerText, readDrawers } from './drawer-lines.ts';
import type { EditorProps } from './editor-props.ts';

/** The drawers of a register, one a line. */
export function DrawersEditor({ value, onChange }: EditorProps<Drawers>) {
  const [isWrong, setWrong] = useState(false);
  return (
    <Textarea
      label={words('settings.drawers')}
      description={words('settings.drawersHint')}
      autosize
      minRows={2}
      maxRows={12}
      defaultValue={value.map(drawerText).join('\n')}
      error={isWrong && words('settings.drawersWrong')}
      onChange={(event) => {
        const drawers = readDrawers(event.currentTarget.value.split('\n'));
        setWrong(drawers === null);
        onChange(drawers);
      }}
    />
  );
}
