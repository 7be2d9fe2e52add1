import { Button, Stack, Text } from '@mantine/core';

export interface ChoiceButtonProps {
  readonly label: string;
  /** What it does, in smaller letters below; undefined where the label says all. */
  readonly effect: string | undefined;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A choice in a dialog, as wide as it and as high as its words. */
export function ChoiceButton({ label, effect, disabled = false, onClick }: ChoiceButtonProps) {
  return (
    <Button variant="default" size="lg" fullWidth h="auto" mih={50} py={6} onClick={onClick} disabled={disabled}>
      <Stack gap={0}>
        {label}
        {effect !== undefined && (
          <Text size="sm" fw={400} c="dimmed">
            {effect}
          </Text>
        )}
      </Stack>
    </Button>
  );
}
