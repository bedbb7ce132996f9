import { Button, Group } from '@mantine/core';
import { text } from '../text/en.ts';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';

/** A page that broke, or whose script is gone because the gateway was updated meanwhile: loading it anew helps in both cases. */
export function PageFailed() {
  return (
    <Page title={text.errors.pageTitle}>
      <div role="alert">
        <Notice kind="error">{text.errors.page}</Notice>
      </div>
      <Group mt="md">
        <Button onClick={() => location.reload()}>{text.errors.reload}</Button>
      </Group>
    </Page>
  );
}
