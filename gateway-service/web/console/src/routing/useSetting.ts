import { useCallback, useEffect, useState } from 'react';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

/** How one setting is read and saved, and what is said once it is. */
export type Setting<T> = {
  readonly read: () => Promise<T>;
  readonly write: (value: T) => Promise<T>;
  readonly saved: string;
};

/** One setting as the server has it; what is refused is told. `read` has to stay the same. */
export function useSetting<T>({ read, write, saved }: Setting<T>) {
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [value, setValue] = useState<T>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  const load = useCallback(() => {
    setFailed(false);
    read().then(
      (found) => setValue(() => found),
      () => setFailed(true),
    );
  }, [read]);
  useEffect(load, [load]);

  const save = async (wanted: T): Promise<boolean> => {
    setBusy(true);
    try {
      const kept = await write(wanted);
      setValue(() => kept);
      tell(saved);
      return true;
    } catch (problem) {
      warn(say(problem));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { value, failed, busy, save, reload: load };
}
