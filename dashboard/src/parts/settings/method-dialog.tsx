import { Divider, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MethodSettings, MethodView } from '../../../../src/contract/sign-in-method.ts';
import { readAgain } from '../../api/read-again.ts';
import { createMethod, methodsQuery, updateMethod } from '../../api/sign-in-methods.ts';
import { text } from '../../text/en.ts';
import { CopyButton } from '../copy-button.tsx';
import { Dialog } from '../dialog.tsx';
import { CheckField, PasswordField, SelectField, TextField } from '../fields.tsx';
import { Form, filled, typed } from '../form.tsx';
import { useStillThere } from '../use-still-there.ts';
import { blameField, IssuerFields } from './issuer-fields.tsx';
import { type DraftRule, RoleRules, rulesFrom } from './role-rules.tsx';

/** An issuer, from its address to who gets which role. */
export function MethodDialog({
  method,
  onClose,
  onSaved,
}: {
  /** Undefined for a new one. */
  readonly method?: MethodView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const client = useQueryClient();
  const isThere = useStillThere();
  const [rules, setRules] = useState<readonly DraftRule[]>(() =>
    (method?.roles ?? []).map((rule) => ({ ...rule, id: crypto.randomUUID() })),
  );
  const [allowOwners, setAllowOwners] = useState(method?.allowOwners ?? false);
  const [signOutAtIssuer, setSignOutAtIssuer] = useState(method?.signOutAtIssuer ?? false);
  const submit = async (data: FormData): Promise<void> => {
    const settings = settingsFrom(data, rulesFrom(rules));
    const secret = filled(data, 'clientSecret');
    await (method === undefined
      ? createMethod({ name: filled(data, 'name') ?? '', clientSecret: secret ?? null, ...settings })
      : updateMethod(method, { ...settings, ...(secret === undefined ? {} : { clientSecret: secret }) }).catch(
          readAgain(client, methodsQuery.queryKey),
        )
    ).catch(blameField);
    onSaved();
    if (isThere()) onClose();
  };
  return (
    <Dialog
      title={method === undefined ? text.methods.addTitle : text.methods.editTitle(method.title)}
      onClose={onClose}
      size="lg"
    >
      <Form submit={text.methods.save} onSubmit={submit} onCancel={onClose}>
        {method === undefined && (
          <TextField
            label={text.methods.name}
            hint={text.methods.nameHint}
            name="name"
            required
            pattern="[a-z0-9][a-z0-9\-]{0,63}"
            autoComplete="off"
            autoCapitalize="none"
            data-autofocus
          />
        )}
        <TextField
          label={text.methods.titleField}
          hint={text.methods.titleHint}
          name="title"
          required
          maxLength={100}
          defaultValue={method?.title ?? ''}
          autoComplete="off"
        />
        <IssuerFields {...(method === undefined ? {} : { method })} />
        <Address
          label={text.methods.redirectUri}
          hint={text.methods.redirectHint}
          value={method?.redirectUri ?? here()}
        />
        <TextField
          label={text.methods.clientId}
          name="clientId"
          required
          maxLength={500}
          defaultValue={method?.clientId ?? ''}
          autoComplete="off"
          spellCheck={false}
        />
        <PasswordField
          label={text.methods.clientSecret}
          hint={method?.hasClientSecret === true ? text.methods.secretKept : text.methods.secretHint}
          name="clientSecret"
          maxLength={2000}
          autoComplete="off"
        />
        <TextField
          label={text.methods.scopes}
          hint={text.methods.scopesHint}
          name="scopes"
          defaultValue={(method?.scopes ?? ['openid', 'email', 'profile']).join(' ')}
          autoComplete="off"
          spellCheck={false}
        />
        <Part title={text.methods.access}>
          <TextField
            label={text.methods.domains}
            hint={text.methods.domainsHint}
            name="allowedDomains"
            defaultValue={method?.allowedDomains.join(' ') ?? ''}
            autoComplete="off"
            spellCheck={false}
          />
          <CheckField
            label={text.methods.createUsers}
            hint={text.methods.createUsersHint}
            name="createUsers"
            defaultChecked={method?.createUsers ?? true}
          />
          <CheckField
            label={text.methods.emailsAreVerified}
            hint={text.methods.emailsAreVerifiedHint}
            name="emailsAreVerified"
            defaultChecked={method?.emailsAreVerified ?? false}
          />
          <CheckField label={text.methods.enabled} name="enabled" defaultChecked={method?.enabled ?? true} />
        </Part>
        <Part title={text.methods.signOut}>
          <CheckField
            label={text.methods.signOutAtIssuer}
            hint={text.methods.signOutAtIssuerHint}
            name="signOutAtIssuer"
            checked={signOutAtIssuer}
            onChange={(event) => setSignOutAtIssuer(event.currentTarget.checked)}
          />
          {signOutAtIssuer && (
            <Address
              label={text.methods.signedOutUri}
              hint={text.methods.signedOutHint}
              value={method?.signedOutUri ?? here('/sign-in')}
            />
          )}
        </Part>
        <Part title={text.methods.roles}>
          <SelectField
            label={text.methods.defaultRole}
            name="defaultRole"
            defaultValue={method?.defaultRole ?? 'member'}
            options={(['member', 'admin'] as const).map((value) => ({ value, label: text.roles[value] }))}
          />
          <RoleRules rules={rules} onChange={setRules} withOwner={allowOwners} />
          <CheckField
            label={text.methods.allowOwners}
            hint={text.methods.allowOwnersHint}
            name="allowOwners"
            checked={allowOwners}
            onChange={(event) => setAllowOwners(event.currentTarget.checked)}
          />
        </Part>
      </Form>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="md" component="section" aria-label={title}>
      <Divider />
      <Title order={3}>{title}</Title>
      {children}
    </Stack>
  );
}

/** The gateway tells its own only with an issuer that is saved; until then it is this page's. */
function here(page = '/sign-in/openid'): string {
  return location.origin + page;
}

/** An address of ours that the issuer is told. */
function Address({ label, hint, value }: { readonly label: string; readonly hint: string; readonly value: string }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <div className="wrap">
        <code className="breaks">{value}</code>
        <CopyButton value={value} />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {hint}
      </Text>
    </div>
  );
}

function settingsFrom(data: FormData, roles: MethodSettings['roles']): MethodSettings {
  const words = (name: string): string[] => filled(data, name)?.split(/[\s,]+/) ?? [];
  const checked = (name: string): boolean => data.get(name) !== null;
  return {
    title: filled(data, 'title') ?? '',
    issuer: filled(data, 'issuer') ?? '',
    clientId: filled(data, 'clientId') ?? '',
    scopes: words('scopes'),
    internal: checked('internal'),
    allowedDomains: words('allowedDomains').map((domain) => domain.replace(/^@/, '')),
    createUsers: checked('createUsers'),
    emailsAreVerified: checked('emailsAreVerified'),
    defaultRole: typed(data, 'defaultRole') === 'admin' ? 'admin' : 'member',
    roles,
    allowOwners: checked('allowOwners'),
    signOutAtIssuer: checked('signOutAtIssuer'),
    enabled: checked('enabled'),
  };
}
