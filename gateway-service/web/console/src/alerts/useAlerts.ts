import type { Room } from '@parlor/client';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useDesk } from '../desk/context';
import { belongs } from '../desk/views';

/** Lets a click on a notification lead to what it is about. */
export function useAlerts(): void {
  const { alerts, account } = useDesk();
  const [, navigate] = useLocation();
  useEffect(() => {
    alerts.notices.open = (room) => navigate(room ? placeOf(room, account.id) : '/mine');
  }, [alerts, account.id, navigate]);
}

function placeOf(room: Room, self: string): string {
  const known = { ...room, unread: room.unread ?? 0 };
  const view = (['team', 'mine', 'queue'] as const).find((one) => belongs(known, one, self)) ?? 'all';
  return `/${view}/${room.id}`;
}
