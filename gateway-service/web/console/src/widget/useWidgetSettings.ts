import { Problem, type WidgetSettings } from '@parlor/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

/** What the server refused, by the path of the field. */
export type Refusals = Readonly<Record<string, string>>;

/** What to say at a field. */
export const at = (refusals: Refusals, field: string) => {
  const error = refusals[field];
  return error === undefined ? {} : { error };
};

/** A change to a part of the settings. */
export type Change = (change: Partial<WidgetSettings>) => void;

/** What a section of the settings is given. */
export type SectionProps = { settings: WidgetSettings; refusals: Refusals; change: Change };

/** The settings as they are saved, and as they are being changed. */
export function useWidgetSettings() {
  const { t } = useTranslation();
  const { api, session } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [saved, setSaved] = useState<WidgetSettings>();
  const [draft, setDraft] = useState<WidgetSettings>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Refusals>({});
  const [elsewhere, setElsewhere] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);

  const show = useCallback((settings: WidgetSettings) => {
    setSaved(settings);
    setDraft(settings);
    setRefusals({});
    setElsewhere(false);
  }, []);

  const load = useCallback(() => {
    api.widgetSettings().then(show, () => setFailed(true));
  }, [api, show]);
  useEffect(load, [load]);

  /** Somebody saved other settings: shown at once, unless something is being changed here. */
  const heard = useRef<(fresh: WidgetSettings) => void>(undefined);
  useEffect(() => {
    heard.current = (fresh) => {
      if (JSON.stringify(fresh) === JSON.stringify(saved)) return;
      if (!changed) return show(fresh);
      setSaved(fresh);
      setElsewhere(true);
    };
  }, [changed, saved, show]);
  useEffect(
    () =>
      session.onFrame((frame) => {
        if (frame.type !== 'settings.changed' || frame.setting !== 'widget') return;
        api.widgetSettings().then(
          (fresh) => heard.current?.(fresh),
          () => undefined,
        );
      }),
    [api, session],
  );

  const change: Change = (part) => setDraft((before) => before && { ...before, ...part });

  const save = () => {
    if (!draft) return;
    setBusy(true);
    api
      .saveWidgetSettings(draft)
      .then(
        (settings) => {
          show(settings);
          tell(t('widget.saved'));
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
    changed,
    /** Whether somebody else saved while something was being changed here. */
    elsewhere,
    change,
    save,
    discard: () => saved && show(saved),
    reload: () => {
      setFailed(false);
      load();
    },
  };
}
