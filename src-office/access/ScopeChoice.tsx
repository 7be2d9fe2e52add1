import { Checkbox } from '@mantine/core';
import { type GrantableScope, GRANTABLE_SCOPES, grants } from '../../domain/access/scopes.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import styles from './Access.module.css';

export interface ScopeChoiceProps {
  readonly value: readonly GrantableScope[];
  readonly onChange: (scopes: readonly GrantableScope[]) => void;
}

/** What a key or a user may do: of what the person who chooses may do themselves. */
export function ScopeChoice({ value, onChange }: ScopeChoiceProps) {
  const { overview } = useOffice();
  return (
    <Checkbox.Group
      label={words('access.scopes')}
      value={[...value]}
      onChange={(chosen) => onChange(GRANTABLE_SCOPES.filter((scope) => chosen.includes(scope)))}
    >
      <div className={styles.scopes}>
        {GRANTABLE_SCOPES.filter((scope) => grants(overview.scopes, scope)).map((scope) => (
          <Checkbox key={scope} value={scope} label={words(`access.scope.${scope}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** What a key or a user may do, in a sentence. */
export function scopeWords(scopes: readonly GrantableScope[]): string {
  return scopes.map((scope) => words(`access.scope.${scope}`)).join(' · ');
}
