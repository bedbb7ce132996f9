import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { NotificationsCorner } from './parts/notifications-corner.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { SessionProvider } from './session.tsx';
import { styleNonce } from './style-policy.ts';
import { colorSchemes, cssVariables, theme } from './theme.ts';

export function App() {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemes}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <NotificationsCorner />
        <QueryClientProvider client={queryClient}>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
