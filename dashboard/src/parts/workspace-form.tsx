import { useState } from 'react';
import type { PiiMode, Target, WorkspaceSettings, WorkspaceView } from '../../../src/contract/workspace.ts';
import { updateWorkspace } from '../api/workspaces.ts';
import { text } from '../text/en.ts';
import { type Option, SelectField, TextArea, TextField } from './fields.tsx';
import { Form, filled, typed } from './form.tsx';
import { Notice } from './notice.tsx';
import { TargetsField } from './targets-field.tsx';

/** From the loosest to the strictest. */
const PII_OPTIONS: readonly (Option & { readonly value: PiiMode })[] = [
  { value: 'disabled', label: text.pii.disabled },
  { value: 'obfuscate', label: text.pii.obfuscate },
  { value: 'block', label: text.pii.block },
];

/** Changes what the form shows; every other setting is sent back as it came. */
export function WorkspaceForm({
  workspace,
  mayRoute,
  onSaved,
}: {
  readonly workspace: WorkspaceView;
  /** Providers and models are for the organization's owners and admins to choose. */
  readonly mayRoute: boolean;
  readonly onSaved: () => void;
}) {
  const [targets, setTargets] = useState<readonly Target[]>(workspace.settings.targets);
  const [saved, setSaved] = useState(false);
  const submit = async (data: FormData): Promise<void> => {
    setSaved(false);
    const { persona: _, ...kept } = workspace.settings;
    const persona = filled(data, 'settings.persona');
    const settings: WorkspaceSettings = {
      ...kept,
      targets: [...targets],
      pii: { default: piiFrom(data, 'settings.pii.default'), floor: piiFrom(data, 'settings.pii.floor') },
      ...(persona === undefined ? {} : { persona }),
    };
    await updateWorkspace(workspace.name, { title: filled(data, 'title') ?? workspace.name, settings });
    setSaved(true);
    onSaved();
  };
  return (
    <>
      <Form submit={text.common.save} onSubmit={submit}>
        <TextField label={text.workspaces.titleField} name="title" defaultValue={workspace.title} maxLength={200} />
        <TargetsField targets={targets} onChange={setTargets} readOnly={!mayRoute} />
        <div className="columns">
          <SelectField
            label={text.workspaces.piiDefault}
            hint={text.workspaces.piiDefaultHint}
            name="settings.pii.default"
            options={PII_OPTIONS}
            defaultValue={workspace.settings.pii.default}
          />
          <SelectField
            label={text.workspaces.piiFloor}
            hint={text.workspaces.piiFloorHint}
            name="settings.pii.floor"
            options={PII_OPTIONS}
            defaultValue={workspace.settings.pii.floor}
          />
        </div>
        <TextArea
          label={text.workspaces.persona}
          hint={text.workspaces.personaHint}
          name="settings.persona"
          rows={5}
          maxLength={100_000}
          defaultValue={workspace.settings.persona ?? ''}
        />
      </Form>
      <div role="status" className="live">
        {saved && <Notice kind="success">{text.common.saved}</Notice>}
      </div>
    </>
  );
}

function piiFrom(data: FormData, name: string): PiiMode {
  const value = typed(data, name);
  return PII_OPTIONS.find((option) => option.value === value)?.value ?? 'disabled';
}
