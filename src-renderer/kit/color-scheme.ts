import { localStorageColorSchemeManager } from '@mantine/core';

/** Where a device keeps whether it is light or dark: a counter in a dim corner stays dark for everybody who works at it. */
export const keptScheme = localStorageColorSchemeManager({ key: 'outpost-color-scheme' });
