import { Page } from '../parts/page.tsx';
import { Link } from '../router.tsx';
import { text } from '../text/en.ts';

export function NotFound() {
  return (
    <Page title={text.notFound.title} lead={text.notFound.lead}>
      <Link href="/">{text.notFound.back}</Link>
    </Page>
  );
}
