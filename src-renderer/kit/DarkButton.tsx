import { useMantineColorScheme } from '@mantine/core';
import { IconMoon } from './icons.ts';
import { useWords } from '../words/use-words.ts';

/** Makes the device dark, or light again. */
export function DarkButton({ className }: { readonly className: string }) {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  return (
    <button
      type="button"
      className={className}
      aria-label={words('app.dark')}
      title={words('app.dark')}
      aria-pressed={isDark}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <IconMoon aria-hidden size={20} />
    </button>
  );
}
