import { Link } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { text } from '../text/en.ts';

export function NotFound() {
  return (
    <Page title={text.notFound.title} lead={text.notFound.lead}>
      <Link to="/">{text.notFound.back}</Link>
    </Page>
  );
}
