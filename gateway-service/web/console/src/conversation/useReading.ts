import type { InboxRoom } from '@parlor/client';
import { useEffect, useState } from 'react';
import type { Conversation } from './useConversation';

/**
 * Marks what is looked at as read, if the reader is a member, and remembers where the unread part began when the room
 * was opened.
 */
export function useReading(
  room: InboxRoom,
  self: string,
  { front, back }: Conversation,
  /** Whether the newest messages are what is shown. */
  live: boolean,
): number | undefined {
  const member = room.members.some(({ id }) => id === self);
  const [opened, setOpened] = useState(() => ({ id: room.id, first: firstUnread(room, member) }));
  if (opened.id !== room.id) setOpened({ id: room.id, first: firstUnread(room, member) });

  const attentive = useAttention() && live;
  const { door, snapshot } = front;
  useEffect(() => {
    if (attentive && member && snapshot.phase === 'open') door.read();
  }, [attentive, member, door, snapshot.phase, snapshot.head]);

  const backDoor = back?.door;
  const backHead = back?.snapshot.head;
  const backOpen = back?.snapshot.phase === 'open';
  useEffect(() => {
    if (attentive && backOpen) backDoor?.read();
  }, [attentive, backDoor, backOpen, backHead]);

  return opened.first;
}

function firstUnread(room: InboxRoom, member: boolean): number | undefined {
  return member && room.unread > 0 && room.messages ? room.messages - room.unread + 1 : undefined;
}

/** Whether somebody is looking at this page. */
function useAttention(): boolean {
  const [attentive, setAttentive] = useState(looking);
  useEffect(() => {
    const look = () => setAttentive(looking());
    const events = ['focus', 'blur'] as const;
    events.forEach((event) => window.addEventListener(event, look));
    document.addEventListener('visibilitychange', look);
    return () => {
      events.forEach((event) => window.removeEventListener(event, look));
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return attentive;
}

const looking = (): boolean => document.visibilityState === 'visible' && document.hasFocus();
