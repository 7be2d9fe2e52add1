import { Button } from '@mantine/core';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import office from './Office.module.css';
import type { Said } from './PagedList.tsx';

export interface PageHeadProps {
  readonly title: string;
  readonly text: string;
  /** Opens the form for one more; null while it is open, or where there is none. */
  readonly onAdd?: (() => void) | null;
  /** What one more is called. */
  readonly add?: string;
  /** Why the list may be old; null when it is not. */
  readonly trouble: string | null;
  /** What came of the last step. */
  readonly said: Said | null;
}

/** The head of a page with a list: what it is, one more of it, and what came of the last step. */
export function PageHead({ title, text, onAdd = null, add = '', trouble, said }: PageHeadProps) {
  return (
    <>
      <div className={office.head}>
        <h1 className={office.title}>{title}</h1>
        {onAdd !== null && <Button onClick={onAdd}>{add}</Button>}
      </div>
      <p className={office.quiet}>{text}</p>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
    </>
  );
}
