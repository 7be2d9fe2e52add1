import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Product } from '../../../domain/catalog/product.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { SLOW_MS } from '../../kit/scanner/is-scan.ts';
import { readCommand } from './scan-command.ts';

const LIMIT = 12;
/** A person who looks at what was found; until then more letters may come. */
const LOOKS_MS = 120;

export interface TypeAhead {
  readonly results: readonly Product[];
  /** Position of the highlighted result; -1 when there is none. */
  readonly active: number;
  /** Whether the person has moved the highlight, so that Enter means that result. */
  readonly moved: boolean;
  /** Whether nothing was found for words. Of digits more may follow: they are judged when they are whole. */
  readonly missed: boolean;
}

const CLOSED: TypeAhead = { results: [], active: -1, moved: false, missed: false };

/**
 * Type-ahead over the catalog for an uncontrolled field. The search runs with the key, so that letter and results are
 * painted together; a burst of keys costs one search a frame. Digits may be the beginning of a scan: they
 * wait until no more have come for as long as a scanner may take.
 */
export function useTypeAhead(catalog: Pick<Catalog, 'search' | 'searchForgiving'>, field: RefObject<HTMLInputElement | null>) {
  const [state, setState] = useState<TypeAhead>(CLOSED);
  const waiting = useRef<{ frame: number; timer: ReturnType<typeof setTimeout> | undefined; searched: boolean }>({
    frame: 0,
    timer: undefined,
    searched: false,
  });

  const cancel = useCallback(() => {
    cancelAnimationFrame(waiting.current.frame);
    clearTimeout(waiting.current.timer);
  }, []);
  useEffect(() => cancel, [cancel]);

  const search = useCallback(() => {
    const text = readCommand(field.current?.value ?? '').rest;
    const show = (results: readonly Product[]) =>
      setState((before) => ({
        results,
        active: before.moved ? before.active : results.length > 0 ? 0 : -1,
        moved: before.moved,
        missed: results.length === 0 && /\p{L}/u.test(text),
      }));
    const results = text === '' ? [] : catalog.search(text, LIMIT);
    flushSync(() => (setState(CLOSED), show(results)));
    if (results.length < LIMIT && text !== '')
      waiting.current.timer = setTimeout(() => show(catalog.searchForgiving(text, LIMIT)), LOOKS_MS);
  }, [catalog, field]);

  const onInput = useCallback(() => {
    cancel();
    const text = readCommand(field.current?.value ?? '').rest;
    if (/^\d+$/.test(text)) waiting.current.timer = setTimeout(search, SLOW_MS);
    else if (waiting.current.searched) waiting.current.frame = requestAnimationFrame(search);
    else {
      waiting.current.searched = true;
      requestAnimationFrame(() => (waiting.current.searched = false));
      search();
    }
  }, [cancel, field, search]);

  const close = useCallback(() => {
    cancel();
    setState(CLOSED);
  }, [cancel]);

  const move = useCallback((step: 1 | -1) => {
    setState((before) => {
      const { length } = before.results;
      return length === 0 ? before : { ...before, active: (before.active + step + length) % length, moved: true };
    });
  }, []);

  return { ...state, onInput, close, move };
}
