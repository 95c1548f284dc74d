import { useEffect } from 'react';
import { useDesk, useReadable } from '../desk/context';
import type { RepliesSnapshot } from './replies';

/** The quick replies; asked for when they are first shown, and when somebody comes back to this window. */
export function useReplies(): RepliesSnapshot {
  const { replies } = useDesk();
  useEffect(() => {
    const ask = () => void replies.load();
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [replies]);
  return useReadable(replies);
}
