import { beforeEach, expect, it } from 'vitest';
import { forgetDisplayWindow, openDisplayWindow, reopenDisplayWindow } from './display-window.ts';

let kept: Map<string, string>;
let opened: number;
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
};
const bridge = { display: { open: () => Promise.resolve({ ok: true, value: null, opened: (opened += 1) } as const) } };
const full = {
  getItem: () => {
    throw new Error('no storage');
  },
  setItem: () => {
    throw new Error('no storage');
  },
};

beforeEach(() => {
  kept = new Map();
  opened = 0;
});

it('comes back at the next start of the desktop app, until somebody closes it', () => {
  reopenDisplayWindow(storage, bridge);
  expect(opened).toBe(0);
  openDisplayWindow(storage, bridge);
  reopenDisplayWindow(storage, bridge);
  expect(opened).toBe(2);
  forgetDisplayWindow(storage);
  reopenDisplayWindow(storage, bridge);
  expect(opened).toBe(2);
});

it('opens by itself in no browser', () => {
  openDisplayWindow(storage, bridge);
  expect(() => reopenDisplayWindow(storage, undefined)).not.toThrow();
  expect(opened).toBe(1);
});

it('opens where nothing can be kept', () => {
  openDisplayWindow(full, bridge);
  reopenDisplayWindow(full, bridge);
  forgetDisplayWindow(full);
  expect(opened).toBe(1);
});
