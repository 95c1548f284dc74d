import type { Account } from '@parlor/client';
import { useEffect, useState, type ReactNode } from 'react';
import { DeskContext } from './context';
import { openDesk, type Desk } from './desk';

type DeskProviderProps = {
  account: Account;
  /** The session was ended elsewhere, or ran out. */
  onEnded: () => void;
  /** The colleague signed out. */
  onLeft: () => void;
  children: ReactNode;
};

export function DeskProvider({ account, onEnded, onLeft, children }: DeskProviderProps) {
  const [desk, setDesk] = useState<Desk>();

  useEffect(() => {
    const opened = openDesk(account);
    setDesk(opened);
    return opened.stop;
  }, [account]);

  useEffect(() => {
    if (!desk) return;
    const { connection } = desk.session;
    const look = () => connection.getSnapshot().reason === 'signed-out' && onEnded();
    look();
    return connection.subscribe(look);
  }, [desk, onEnded]);

  if (!desk) return null;
  return <DeskContext value={{ ...desk, leave: onLeft }}>{children}</DeskContext>;
}
