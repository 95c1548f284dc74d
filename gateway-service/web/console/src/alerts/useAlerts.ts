import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useDesk } from '../desk/context';
import { belongs } from '../desk/views';
import type { News } from './news';

/** Lets a click on a notification lead to what it is about. */
export function useAlerts(): void {
  const { alerts, account } = useDesk();
  const [, navigate] = useLocation();
  useEffect(() => {
    alerts.notices.open = (news) => navigate(news ? placeOf(news, account.id) : '/mine');
  }, [alerts, account.id, navigate]);
}

function placeOf({ kind, room, message, note }: News, self: string): string {
  if (kind === 'mention' && message) return `/mentions/${room.id}?${note ? 'note' : 'at'}=${message.seq}`;
  const known = { ...room, unread: room.unread ?? 0 };
  const view = (['team', 'mine', 'queue'] as const).find((one) => belongs(known, one, self)) ?? 'all';
  return `/${view}/${room.id}`;
}
