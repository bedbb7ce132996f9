import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { formatTargets } from '../format.ts';
import { text } from '../text/en.ts';
import { Facts } from './facts.tsx';

/** The settings of a workspace that is not changed here. */
export function WorkspaceFacts({ workspace }: { readonly workspace: WorkspaceView }) {
  const { targets, pii, persona } = workspace.settings;
  return (
    <Facts
      items={[
        [text.workspaces.targets, targets.length === 0 ? text.workspaces.noTargets : formatTargets(targets)],
        [text.workspaces.piiDefault, text.pii[pii.default]],
        [text.workspaces.piiFloor, text.pii[pii.floor]],
        [text.workspaces.persona, persona ?? text.common.none],
      ]}
    />
  );
}
