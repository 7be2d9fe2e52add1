import type { CSSProperties } from 'react';
import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  type MantineThemeOverride,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  NumberInput,
  TextInput,
  UnstyledButton,
  type VariantColorsResolver,
} from '@mantine/core';

/** A deep sea green; shade 8 carries white text at more than 6:1. */
const harbor: MantineColorsTuple = [
  '#e9f6f5',
  '#d3eae8',
  '#a6d5d1',
  '#75bfb9',
  '#4caca4',
  '#329f97',
  '#1f8f87',
  '#11766f',
  '#0b615b',
  '#064d48',
];

/** Mantine draws the dark from these: texts, the edge of a field, then grounds from the lightest to the page. */
const dark: MantineColorsTuple = [
  '#e9efef',
  '#aab7b8',
  '#aab7b8',
  '#93a2a4',
  '#74868a',
  '#26383a',
  '#172122',
  '#172122',
  '#121b1c',
  '#0e1516',
];

/** A finger needs this many pixels. */
const TOUCH = 44;

/** The button of the next step: light with dark ink in the dark, where it would be glaring white on green otherwise. */
const variantColors: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled' || (input.color ?? 'harbor') !== 'harbor') return resolved;
  return {
    ...resolved,
    background: 'var(--outpost-primary)',
    hover: 'var(--outpost-primary-strong)',
    color: 'var(--outpost-primary-ink)',
  };
};

/**
 * Counter furniture: text of 16 px and more, touch targets of 44 px, a focus ring that is always seen.
 * @param close what the button that closes a dialog is called.
 */
export function themeWith(close: string): MantineThemeOverride {
  return createTheme({
    primaryColor: 'harbor',
    primaryShade: { light: 8, dark: 4 },
    autoContrast: true,
    colors: { harbor, dark },
    variantColorResolver: variantColors,
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
    fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
    defaultRadius: 'md',
    focusRing: 'always',
    respectReducedMotion: true,
    components: {
      Button: Button.extend({ defaultProps: { size: 'md' }, styles: { root: { minHeight: TOUCH } } }),
      ActionIcon: ActionIcon.extend({ defaultProps: { size: TOUCH, variant: 'default' } }),
      Checkbox: Checkbox.extend({ vars: () => ({ root: { '--checkbox-icon-color': 'var(--outpost-primary-ink)' } }) }),
      Input: Input.extend({ styles: { input: { minHeight: TOUCH } } }),
      TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
      Modal: Modal.extend({
        // A dialog's head is no banner of the page.
        defaultProps: {
          centered: true,
          // Gone at once: a key or a scan that follows must not meet a question that is answered and still fades.
          transitionProps: { duration: 0 },
          closeButtonProps: { 'aria-label': close, size: TOUCH },
          attributes: { header: { role: 'presentation' } },
        },
      }),
      NumberInput: NumberInput.extend({ defaultProps: { size: 'md' } }),
      UnstyledButton: UnstyledButton.extend({ styles: { root: { minHeight: TOUCH } } }),
    },
  });
}

/** The colours of totes, under white letters: the same in the light and in the dark, like the labels on the totes. */
const TOTES = {
  '--outpost-tote-ink': '#ffffff',
  '--outpost-tote-1': '#1d6fb8',
  '--outpost-tote-2': '#b24f16',
  '--outpost-tote-3': '#7a3fa0',
  '--outpost-tote-4': '#27783f',
  '--outpost-tote-5': '#b0264f',
  '--outpost-tote-6': '#6a6f14',
};

/** Mantine's quiet greys are too faint for a shop floor; these pass AA on white and on the page's own grey. */
const LIGHT = {
  // The borders of fields and boxes to tick, at 3:1 on white.
  '--mantine-color-gray-4': '#87959a',
  '--mantine-color-body': '#ffffff',
  '--mantine-color-text': '#1b2426',
  '--mantine-color-dimmed': '#4a5659',
  '--mantine-color-placeholder': '#5b676a',
  '--mantine-color-error': '#b3261e',
  '--outpost-page': '#f3f6f6',
  '--outpost-line': '#d5dddd',
  '--outpost-good': '#0b6b35',
  '--outpost-warn': '#7a4a00',
  '--outpost-warn-back': '#fff4df',
  '--outpost-bad': '#a3201a',
  '--outpost-bad-back': '#fdecea',
  '--outpost-good-back': '#e6f5ec',
  '--outpost-info-back': '#e9f6f5',
  '--outpost-card': '#ffffff',
  '--outpost-sunk': '#f7f9f9',
  '--outpost-edge': '#87959a',
  '--outpost-faint': '#5b676a',
  '--outpost-primary': '#0b615b',
  '--outpost-primary-ink': '#ffffff',
  '--outpost-primary-soft': '#e9f6f5',
  '--outpost-primary-strong': '#064d48',
  '--outpost-by-hand': '#1d4f91',
  '--outpost-ring': '#a6d5d1',
  ...TOTES,
};

/** Not the light turned over: grounds of states are deep, and the primary is light with dark ink. */
const DARK = {
  '--mantine-color-gray-4': '#74868a',
  '--mantine-color-body': '#172122',
  '--mantine-color-text': '#e9efef',
  '--mantine-color-dimmed': '#aab7b8',
  '--mantine-color-placeholder': '#93a2a4',
  '--mantine-color-error': '#ff9d95',
  '--mantine-color-red-light-color': '#ff9d95',
  '--mantine-primary-color-contrast': '#04211f',
  '--outpost-page': '#0e1516',
  '--outpost-line': '#2e3b3d',
  '--outpost-good': '#6fd199',
  '--outpost-warn': '#f0bd62',
  '--outpost-warn-back': '#36280f',
  '--outpost-bad': '#ff9d95',
  '--outpost-bad-back': '#3a1a18',
  '--outpost-good-back': '#12301f',
  '--outpost-info-back': '#12312f',
  '--outpost-card': '#172122',
  '--outpost-sunk': '#121b1c',
  '--outpost-edge': '#74868a',
  '--outpost-faint': '#93a2a4',
  '--outpost-primary': '#4cb8af',
  '--outpost-primary-ink': '#04211f',
  '--outpost-primary-soft': '#12312f',
  '--outpost-primary-strong': '#7fd4cc',
  '--outpost-by-hand': '#8fb8f2',
  '--outpost-ring': '#1f6f69',
  ...TOTES,
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: LIGHT, dark: DARK });

/** For what is white paper, also in the dark. */
export const PAPER_COLORS = LIGHT as CSSProperties;
