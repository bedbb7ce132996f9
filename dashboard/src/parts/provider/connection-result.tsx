import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionTest } from '../../../../src/contract/provider.ts';
import { formatDuration } from '../../format.ts';
import { text } from '../../text/en.ts';
import { Notice } from '../notice.tsx';
import { VisibleText } from '../visible-text.tsx';
import classes from './connection-result.module.css';

const say = text.providers;

/** How many models are shown without a filter's help. */
const FILTERED_FROM = 12;

/** What a test of a connection found, and what to do about it. */
export function ConnectionResult({ test }: { readonly test: ConnectionTest }) {
  const { result, status, models, milliseconds } = test;
  const reached = result === 'reached';
  return (
    <Stack gap="sm">
      <Notice kind={reached ? 'success' : 'error'} title={say.results[result]}>
        {say.resultFacts(formatDuration(milliseconds), status)} {say.resultHelp[result]}
        {reached && models.length === 0 && say.noModels}
      </Notice>
      {models.length > 0 && <Models models={models} />}
    </Stack>
  );
}

function Models({ models }: { readonly models: readonly string[] }) {
  const [filter, setFilter] = useState('');
  const shown = models.filter((model) => model.toLowerCase().includes(filter.trim().toLowerCase()));
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {say.models(models.length)}
      </Text>
      {models.length > FILTERED_FROM && (
        <TextInput
          aria-label={say.filterModels}
          placeholder={say.filterModels}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          mb="xs"
          size="xs"
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ul className={classes.models} tabIndex={0} aria-label={say.models(models.length)}>
        {shown.map((model) => (
          <li key={model}>
            <code className="breaks">
              <VisibleText text={model} />
            </code>
          </li>
        ))}
      </ul>
    </div>
  );
}
