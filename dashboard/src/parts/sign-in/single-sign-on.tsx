import { Button, Stack, Text } from '@mantine/core';
import { ExternalLinkIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import type { SignInOptions } from '../../../../src/contract/sign-in-method.ts';
import { asApiError } from '../../api/call.ts';
import { beginOpenId } from '../../api/session.ts';
import { text } from '../../text/en.ts';
import { Notice } from '../notice.tsx';
import { rememberReturn } from './return-path.ts';

/** A button for each issuer; the browser goes there and comes back to /sign-in/openid. */
export function SingleSignOn({
  methods,
  apart = false,
}: {
  readonly methods: SignInOptions['methods'];
  /** In a tab of its own, because this one has something to keep. */
  readonly apart?: boolean;
}) {
  const [going, setGoing] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const go = async (name: string): Promise<void> => {
    setGoing(name);
    setProblem(undefined);
    try {
      const there = (await beginOpenId(name)).location;
      if (apart && openApart(there)) {
        setGoing(undefined);
        return;
      }
      rememberReturn(location.pathname + location.search);
      location.assign(there);
    } catch (error) {
      setProblem(asApiError(error).message);
      setGoing(undefined);
    }
  };
  return (
    <Stack gap="sm">
      <div aria-live="assertive" className="live">
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      </div>
      {methods.map(({ name, title }) => (
        <Button
          key={name}
          variant="default"
          fullWidth
          rightSection={<ExternalLinkIcon aria-hidden />}
          loading={going === name}
          disabled={going !== undefined && going !== name}
          onClick={() => void go(name)}
        >
          {text.signIn.with(title)}
        </Button>
      ))}
      {apart && (
        <Text size="xs" c="dimmed">
          {text.signIn.endedApart}
        </Text>
      )}
    </Stack>
  );
}

/** @returns false where the browser does not open another tab */
function openApart(url: string): boolean {
  const tab = window.open(url, '_blank');
  if (tab === null) return false;
  // The issuer's page has no business with this one.
  tab.opener = null;
  return true;
}
