import type { ErrorRow, OpenApi } from '../../api/reference.ts';
import { text } from '../../text/en.ts';
import { DataTable } from '../data-table.tsx';
import classes from './reference.module.css';

const say = text.reference;

/** Every code the public API may answer with, by status. */
export function ErrorTable({ document }: { readonly document: OpenApi }) {
  return (
    <DataTable
      label={say.errors}
      rows={errorsOf(document)}
      keyOf={({ code }) => code}
      empty={text.common.none}
      columns={[
        { title: say.status, cell: ({ status }) => status },
        { title: say.code, cell: ({ code }) => <code className={classes.whole}>{code}</code> },
        { title: say.type, cell: ({ type }) => <code className={classes.whole}>{type}</code> },
        { title: say.message, cell: ({ message }) => message },
      ]}
    />
  );
}

interface Row extends ErrorRow {
  readonly status: string;
}

function errorsOf({ paths }: OpenApi): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const [path, methods] of Object.entries(paths)) {
    if (!path.startsWith('/api/v1/')) continue;
    for (const { responses } of Object.values(methods)) {
      for (const [status, { 'x-codes': codes = [] }] of Object.entries(responses)) {
        for (const row of codes) rows.set(row.code, { status, ...row });
      }
    }
  }
  return [...rows.values()].sort((one, other) => Number(one.status) - Number(other.status));
}
