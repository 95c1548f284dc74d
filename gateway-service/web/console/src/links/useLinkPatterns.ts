import { Problem, type LinkPatterns } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

/** The patterns as they are saved, and as they are being changed. */
export function useLinkPatterns() {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [saved, setSaved] = useState<LinkPatterns>();
  const [draft, setDraft] = useState<LinkPatterns>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});

  const show = useCallback((patterns: LinkPatterns) => {
    setSaved(patterns);
    setDraft(patterns);
    setRefusals({});
  }, []);

  const load = useCallback(() => {
    api.linkPatterns().then(show, () => setFailed(true));
  }, [api, show]);
  useEffect(load, [load]);

  const save = () => {
    if (!draft) return;
    setBusy(true);
    api
      .saveLinkPatterns(draft)
      .then(
        (patterns) => {
          show(patterns);
          tell(t('links.saved'));
        },
        (problem: unknown) => {
          const errors = problem instanceof Problem ? problem.errors : [];
          setRefusals(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
          warn(say(problem));
        },
      )
      .finally(() => setBusy(false));
  };

  return {
    draft,
    failed,
    busy,
    refusals,
    changed: JSON.stringify(draft) !== JSON.stringify(saved),
    change: (part: Partial<LinkPatterns>) => setDraft((before) => before && { ...before, ...part }),
    save,
    discard: () => saved && show(saved),
    reload: () => {
      setFailed(false);
      load();
    },
  };
}
