import { createStore } from 'zustand/vanilla';

/** Whether the list of keys is shown. */
export const keysOverlay = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const showKeys = (): void => keysOverlay.setState({ isOpen: true });
export const hideKeys = (): void => keysOverlay.setState({ isOpen: false });
