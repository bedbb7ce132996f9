import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Cross2Icon } from '@radix-ui/react-icons';
import type { RoleRule } from '../../../../src/contract/sign-in-method.ts';
import { text } from '../../text/en.ts';
import classes from './role-rules.module.css';

/** A rule as it is being written; `id` tells rows apart. */
export interface DraftRule extends RoleRule {
  readonly id: string;
}

const ROLES = ['member', 'admin', 'owner'] as const;

export function RoleRules({
  rules,
  onChange,
  withOwner,
}: {
  readonly rules: readonly DraftRule[];
  readonly onChange: (rules: readonly DraftRule[]) => void;
  readonly withOwner: boolean;
}) {
  const change = (id: string, fields: Partial<RoleRule>): void =>
    onChange(rules.map((rule) => (rule.id === id ? { ...rule, ...fields } : rule)));
  const roles = ROLES.filter((role) => role !== 'owner' || withOwner);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {text.methods.rules}
      </Text>
      <Text size="xs" c="dimmed" mt={-6}>
        {text.methods.rulesHint}
      </Text>
      {rules.map((rule, index) => (
        <div key={rule.id} className={classes.rule}>
          <TextInput
            aria-label={text.methods.claimOf(index + 1)}
            placeholder="groups"
            value={rule.claim}
            onChange={(event) => change(rule.id, { claim: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
          <TextInput
            aria-label={text.methods.valueOf(index + 1)}
            placeholder="platform-admins"
            value={rule.value}
            onChange={(event) => change(rule.id, { value: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
          <NativeSelect
            aria-label={text.methods.roleOf(index + 1)}
            value={rule.role}
            onChange={(event) => {
              const role = ROLES.find((candidate) => candidate === event.currentTarget.value);
              if (role !== undefined) change(rule.id, { role });
            }}
            data={roles.map((value) => ({ value, label: text.roles[value] }))}
          />
          <ActionIcon
            variant="default"
            size="input-sm"
            aria-label={text.methods.removeRule(index + 1)}
            onClick={() => onChange(rules.filter(({ id }) => id !== rule.id))}
          >
            <Cross2Icon aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onChange([...rules, { id: crypto.randomUUID(), claim: 'groups', value: '', role: 'admin' }])}
        >
          {text.methods.addRule}
        </Button>
      </Group>
    </Stack>
  );
}

/** Rows that were left empty are none. */
export function rulesFrom(drafts: readonly DraftRule[]): RoleRule[] {
  return drafts
    .filter(({ claim, value }) => claim.trim() !== '' && value.trim() !== '')
    .map(({ claim, value, role }) => ({ claim: claim.trim(), value: value.trim(), role }));
}
