import { createHttp, staffApi, type Account, type StaffApi } from '@parlor/client';

/** The gateway this page came from; the session is its HttpOnly cookie. */
export const api: StaffApi = staffApi(createHttp());

export const isAdministrator = (account: Account): boolean => account.roles.includes('administrator');

export const isSupervisor = (account: Account): boolean =>
  isAdministrator(account) || account.roles.includes('supervisor');
