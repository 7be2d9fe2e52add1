import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Role, role } from '../../domain/associates/associate.ts';
import { formatAmount, parseAmount, parsePercent } from '../../texts/say/format-money.ts';
import { percentText } from '../../texts/say/format-quantity.ts';
import { type Permission, WEIGHED_IN_PERCENT } from '../../domain/base/permission.ts';
import { ASKED_BEFORE } from '../../domain/registry/permitted.ts';
import { standardRule } from '../../domain/permissions/may-do.ts';
import type { PermissionTable } from '../../domain/permissions/roles.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';
import { aboveOf, type Choice, CHOICES, choiceOf, withRule } from './role-choice.ts';
import styles from './Settings.module.css';

interface RuleProps {
  readonly who: Role;
  readonly what: Permission;
  readonly isWeighed: boolean;
  readonly table: PermissionTable;
  readonly onChange: (table: PermissionTable) => void;
}

function Rule({ who, what, isWeighed, table, onChange }: RuleProps) {
  const currency = useOffice().overview.currency ?? 'USD';
  const rule = table[who]?.[what] ?? standardRule(who, what);
  const choice = choiceOf(rule);
  const above = aboveOf(rule);
  const inPercent = WEIGHED_IN_PERCENT.includes(what);
  const named = { role: words(`role.${who}`), permission: words(`permission.${what}`) };
  return (
    <>
      <NativeSelect
        aria-label={words('settings.rule', named)}
        value={choice}
        onChange={(event) => onChange(withRule(table, who, what, event.currentTarget.value as Choice, above))}
        data={CHOICES.map((value) => ({ value, label: words(`settings.choice.${value}`) }))}
      />
      {(choice === 'manager' || choice === 'senior') && isWeighed && (
        <TextInput
          aria-label={words(inPercent ? 'settings.ruleFromPercent' : 'settings.ruleFrom', named)}
          placeholder={inPercent ? words('settings.abovePercent') : words('settings.above', { currency })}
          inputMode="decimal"
          defaultValue={above === null ? '' : inPercent ? percentText(above) : formatAmount(above, currency)}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange(withRule(table, who, what, choice, inPercent ? parsePercent(text) : parseAmount(text, currency)));
          }}
        />
      )}
    </>
  );
}

/** Who may do what: a row for each permission, a column for each role. */
export function RolesEditor({ value, onChange }: EditorProps<PermissionTable>) {
  const [table, setTable] = useState(value);
  const change = (next: PermissionTable) => {
    setTable(next);
    onChange(next);
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words('settings.roles')}>
      <table className={styles.roles}>
        <thead>
          <tr>
            <th scope="col">{words('settings.may')}</th>
            {role.options.map((one) => (
              <th key={one} scope="col">
                {words(`role.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ASKED_BEFORE.map(({ permission: what, isWeighed }) => (
            <tr key={what}>
              <th scope="row">{words(`permission.${what}`)}</th>
              {role.options.map((who) => (
                <td key={who}>
                  <Rule who={who} what={what} isWeighed={isWeighed} table={table} onChange={change} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
