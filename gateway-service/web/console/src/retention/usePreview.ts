import type { Retention, RetentionPreview } from '@parlor/client';
import { useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

const TYPING_PAUSE_MS = 250;

export type Preview = RetentionPreview | 'failed' | undefined;

/** What `days` would erase, counted after a pause in typing; undefined while that is not known. */
export function usePreview(days: Retention | undefined): Preview {
  const { api } = useDesk();
  const asked = days && JSON.stringify(days);
  const [answer, setAnswer] = useState<{ asked: string; preview: Preview }>();

  useEffect(() => {
    if (!asked) return;
    let current = true;
    const answered = (preview: Preview) => current && setAnswer({ asked, preview });
    const timer = setTimeout(
      () => api.previewRetention(JSON.parse(asked) as Retention).then(answered, () => answered('failed')),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, asked]);

  return answer && answer.asked === asked ? answer.preview : undefined;
}
