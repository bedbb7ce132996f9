import { type OpenApi, resolve, type Schema, typeWord } from '../../api/reference.ts';
import { text } from '../../text/en.ts';
import { Badge } from '../badge.tsx';
import { InlineCode } from '../inline-code.tsx';
import classes from './reference.module.css';

/** Parameters that OpenAI's API does not have. */
const OURS = new Set(['pii', 'system', 'web_search']);

export function ParameterList({ schema, document }: { readonly schema: Schema; readonly document: OpenApi }) {
  const { properties = {}, required = [] } = resolve(schema, document);
  return (
    <dl className={classes.parameters}>
      {Object.entries(properties).map(([name, property]) => (
        <div key={name}>
          <dt>
            <code className={classes.name}>{name}</code>
            <span className={classes.type}>{typeWord(property, document)}</span>
            {required.includes(name) && <Badge>{text.reference.required}</Badge>}
            {OURS.has(name) && <Badge tone="accent">{text.reference.ours}</Badge>}
          </dt>
          {property.description !== undefined && (
            <dd>
              <InlineCode>{property.description}</InlineCode>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
