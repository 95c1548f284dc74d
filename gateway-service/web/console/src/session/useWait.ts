import { useEffect, useState } from 'react';

const WAIT_MS = 10_000;

/** Seconds that are left of a pause the server asked for, and the way to begin one. */
export function useWait(): readonly [number, (ms: number | undefined) => void] {
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);

  return [seconds, (ms) => setSeconds(Math.ceil((ms ?? WAIT_MS) / 1000))];
}
