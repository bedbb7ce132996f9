import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { formatTargets } from '../format.ts';
import { text } from '../text/en.ts';

/** The settings of a workspace that is not changed here. */
export function WorkspaceFacts({ workspace }: { readonly workspace: WorkspaceView }) {
  const { targets, pii, persona } = workspace.settings;
  return (
    <dl className="facts">
      <div>
        <dt>{text.workspaces.targets}</dt>
        <dd>{targets.length === 0 ? text.workspaces.noTargets : formatTargets(targets)}</dd>
      </div>
      <div>
        <dt>{text.workspaces.piiDefault}</dt>
        <dd>{text.pii[pii.default]}</dd>
      </div>
      <div>
        <dt>{text.workspaces.piiFloor}</dt>
        <dd>{text.pii[pii.floor]}</dd>
      </div>
      <div>
        <dt>{text.workspaces.persona}</dt>
        <dd className="prose">{persona ?? text.common.none}</dd>
      </div>
    </dl>
  );
}
