import type { Overview } from '../../../../src/contract/overview.ts';
import { formatCost, formatNumber, formatShort } from '../../format.ts';
import type { Range } from '../../pages/overview-search.ts';
import { text } from '../../text/en.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { Link } from '../link.tsx';
import { VisibleText } from '../visible-text.tsx';

const say = text.overview;

type WorkspaceRow = Overview['workspaces'][number];
type ModelRow = Overview['models'][number];

export function WorkspaceShares({
  workspaces,
  range,
}: {
  readonly workspaces: readonly WorkspaceRow[];
  readonly range: Range | undefined;
}) {
  const columns: readonly Column<WorkspaceRow>[] = [
    {
      title: say.workspace,
      cell: ({ name }) => (
        <Link to="/" search={{ workspace: name, ...(range === undefined ? {} : { range }) }}>
          {name}
        </Link>
      ),
    },
    { title: say.tiles.requests, kind: 'number', cell: ({ requests }) => formatNumber(requests) },
    { title: say.tiles.findings, kind: 'number', cell: ({ findings }) => formatNumber(findings) },
    { title: say.tiles.refusals, kind: 'number', cell: ({ refusals }) => formatNumber(refusals) },
    { title: say.tiles.errors, kind: 'number', cell: ({ errors }) => formatNumber(errors) },
    { title: say.tokensInOut, kind: 'number', cell: tokens },
    { title: say.tiles.cost, kind: 'number', cell: cost },
  ];
  return (
    <DataTable label={say.byWorkspace} columns={columns} rows={workspaces} keyOf={({ id }) => id} empty={say.quiet} />
  );
}

export function TopModels({ models }: { readonly models: readonly ModelRow[] }) {
  const columns: readonly Column<ModelRow>[] = [
    { title: say.model, cell: ({ model }) => <VisibleText text={model} /> },
    { title: say.provider, cell: ({ provider }) => provider },
    { title: say.tiles.requests, kind: 'number', cell: ({ requests }) => formatNumber(requests) },
    { title: say.tokensInOut, kind: 'number', cell: tokens },
    { title: say.tiles.cost, kind: 'number', cell: cost },
  ];
  return (
    <DataTable
      label={say.models}
      columns={columns}
      rows={models}
      keyOf={({ provider, model }) => `${provider}/${model}`}
      empty={say.quiet}
    />
  );
}

interface Counted {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicroUsd: number;
}

function tokens({ inputTokens, outputTokens }: Counted) {
  return (
    <span title={`${formatNumber(inputTokens)} / ${formatNumber(outputTokens)}`} className="nowrap">
      {formatShort(inputTokens)} / {formatShort(outputTokens)}
    </span>
  );
}

function cost({ costMicroUsd }: Counted) {
  return costMicroUsd === 0 ? <span className="muted">{text.common.none}</span> : formatCost(costMicroUsd);
}
