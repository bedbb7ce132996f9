import { Outlet } from '@tanstack/react-router';
import { NotFound } from '../pages/not-found.tsx';
import { isAdmin, useUser } from '../session.tsx';

/** The server refuses as well: this only spares a member a page full of refusals. */
export function AdminsOnly() {
  return isAdmin(useUser()) ? <Outlet /> : <NotFound />;
}
