import type { OpenApi } from '../../api/reference.ts';
import { text } from '../../text/en.ts';
import { Badge } from '../badge.tsx';
import { Panel } from '../panel.tsx';
import classes from './reference.module.css';

/** Every route of the management API by its first word: closed until somebody looks for one. */
export function ManagementRoutes({ document }: { readonly document: OpenApi }) {
  const groups = new Map<string, Route[]>();
  for (const route of routesOf(document)) groups.set(route.tag, [...(groups.get(route.tag) ?? []), route]);
  return (
    <Panel className={classes.routes ?? ''}>
      {[...groups]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([tag, routes]) => (
          <details key={tag}>
            <summary>{text.reference.routes(tag, routes.length)}</summary>
            <ul>
              {routes.map(({ method, path, summary }) => (
                <li key={method + path}>
                  <span>
                    <Badge tone={method === 'get' ? 'good' : method === 'delete' ? 'bad' : 'accent'}>
                      {method.toUpperCase()}
                    </Badge>
                  </span>
                  <code className="breaks">{path}</code>
                  <span>{summary}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </Panel>
  );
}

interface Route {
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

const routesOf = ({ paths }: OpenApi): Route[] =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/manage/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary, tags }]) => ({ tag: tags?.[0] ?? '', method, path, summary })),
    );
