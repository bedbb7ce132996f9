import { useParams } from '@tanstack/react-router';
import { Link } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { text } from '../text/en.ts';

export function AuditEvent() {
  const { id } = useParams({ from: '/signed-in/audit/$id' });
  return (
    <Page title={id} above={<Link to="/audit">{text.audit.title}</Link>}>
      <div />
    </Page>
  );
}
