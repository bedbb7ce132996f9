import { Button, Group, Stack } from '@mantine/core';
import { DownloadIcon } from '@radix-ui/react-icons';
import { useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { CopyButton } from '../copy-button.tsx';
import { Notice } from '../notice.tsx';
import classes from './recovery-codes.module.css';

/** Shown once, when they are made: to be copied or kept as a file. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { email } = useUser();
  const lines = codes.join('\n');
  return (
    <Stack gap="md">
      <div role="status">
        <Notice kind="warning" title={text.twoFactor.codesTitle}>
          {text.twoFactor.codesLead}
        </Notice>
      </div>
      <ul className={classes.codes} data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="sm">
        <CopyButton value={lines} label={text.twoFactor.copyAll} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<DownloadIcon aria-hidden />}
          onClick={() => download(`${text.twoFactor.fileHead(email)}\n\n${lines}\n`)}
        >
          {text.twoFactor.download}
        </Button>
      </Group>
      <Button onClick={onKept}>{text.twoFactor.kept}</Button>
    </Stack>
  );
}

function download(content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = text.twoFactor.fileName;
  link.click();
  URL.revokeObjectURL(url);
}
