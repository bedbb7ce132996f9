import { queryOptions } from '@tanstack/react-query';
import type { OrganizationView } from '../../../src/contract/organization.ts';
import { call } from './call.ts';

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: () => call<OrganizationView>('GET', '/organization'),
});

export const renameOrganization = (name: string) => call<OrganizationView>('PATCH', '/organization', { name });
