import type { PersonalChange } from '@parlor/client';
import { useCallback } from 'react';
import { useDesk, useReadable } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';
import { withLocal } from './follow';

/** What the person has set for itself, and the way to change it. */
export function usePersonal() {
  const { personal } = useDesk();
  const { warn } = useToast();
  const say = useProblemText();
  const { phase, settings } = useReadable(personal);
  const change = useCallback(
    (part: PersonalChange) => {
      const { version } = personal.getSnapshot().settings;
      personal.change(withLocal(version, part)).catch((problem: unknown) => warn(say(problem)));
    },
    [personal, warn, say],
  );
  return { phase, settings, change, reload: () => void personal.load() };
}
