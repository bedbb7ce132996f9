import { Table, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';
import { Empty } from './empty.tsx';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right; what only says what one can do has a hidden title. */
  readonly kind?: 'number' | 'actions';
}

/** More columns than this need more room than a tablet held upright has. */
const WIDE = 6;

/** A table that scrolls in its own box and becomes a list of cards on a narrow screen. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  empty,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A sentence, or an `Empty` of its own. */
  readonly empty: ReactNode;
}) {
  const width = columns.length > WIDE ? '48em' : '40em';
  const narrow = useMediaQuery(`(max-width: ${width})`, false, { getInitialValueInEffect: false });
  if (rows.length === 0) return typeof empty === 'string' ? <Empty>{empty}</Empty> : empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.box} aria-label={label} tabIndex={0}>
      <Table
        aria-label={label}
        className={`${classes.table} ${narrow ? classes.cards : classes.rows}`}
        verticalSpacing="sm"
        horizontalSpacing="md"
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, kind }) => (
              <Table.Th key={title} scope="col" className={classOf(kind)}>
                {kind === 'actions' ? <VisuallyHidden>{title}</VisuallyHidden> : title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ title, cell, kind }) => (
                <Table.Td key={title} className={classOf(kind)} data-title={title}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function classOf(kind: Column<unknown>['kind']): string | undefined {
  return kind === undefined ? undefined : classes[kind];
}
