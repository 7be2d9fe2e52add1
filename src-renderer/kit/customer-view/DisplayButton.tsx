import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { words } from '../../../texts/words/words.ts';
import { IconDeviceDesktop } from '../icons.ts';
import { displayServer } from './display-server.ts';
import { forgetDisplayWindow, openDisplayWindow } from './display-window.ts';

function close(): void {
  forgetDisplayWindow(localStorage);
  displayServer().closeDisplays();
}

/** Opens the display of the customer, or closes it. */
export function DisplayButton() {
  const isOpen = useStore(displayServer().state, (state) => state.isOpen);
  return (
    <Button
      variant="default"
      leftSection={<IconDeviceDesktop aria-hidden size={20} />}
      onClick={() => (isOpen ? close() : openDisplayWindow(localStorage))}
    >
      {words(isOpen ? 'display.close' : 'display.title')}
    </Button>
  );
}
