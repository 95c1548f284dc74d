import { useEffect, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/** A value once it has stopped changing for a moment. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value ? TYPING_PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
