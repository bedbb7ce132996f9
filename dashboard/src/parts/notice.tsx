import { Alert } from '@mantine/core';
import { CheckCircledIcon, CrossCircledIcon, ExclamationTriangleIcon, InfoCircledIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';

const LOOKS = {
  info: { color: 'harbor', icon: <InfoCircledIcon aria-hidden /> },
  error: { color: 'red', icon: <CrossCircledIcon aria-hidden /> },
  success: { color: 'green', icon: <CheckCircledIcon aria-hidden /> },
  warning: { color: 'yellow', icon: <ExclamationTriangleIcon aria-hidden /> },
} as const;

/** A sentence that stands out. Where it appears later, its place is an aria-live region. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  readonly kind?: keyof typeof LOOKS;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const { color, icon } = LOOKS[kind];
  return (
    <Alert color={color} icon={icon} variant="light" role="none" py="xs" {...(title === undefined ? {} : { title })}>
      {children}
    </Alert>
  );
}
