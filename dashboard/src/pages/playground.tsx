import { Page } from '../parts/page.tsx';
import { text } from '../text/en.ts';

export function Playground() {
  return (
    <Page title={text.nav.playground}>
      <div />
    </Page>
  );
}
