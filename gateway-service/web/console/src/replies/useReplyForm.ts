import { Problem, type QuickReply } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

type Values = {
  readonly shortcut: string;
  readonly title: string;
  readonly body: string;
  readonly shared: boolean;
};

const NOTHING: Values = { shortcut: '', title: '', body: '', shared: false };

/** A quick reply as it is being written, and what the server says to it. */
export function useReplyForm(reply: QuickReply | undefined, onSaved: () => void) {
  const { t } = useTranslation();
  const { replies } = useDesk();
  const { tell } = useToast();
  const say = useProblemText();
  const [values, setValues] = useState<Values>(reply ?? NOTHING);
  /** The version that is being changed. Grows when somebody else was faster: then the next try counts. */
  const [version, setVersion] = useState(reply?.version ?? 0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});

  const refused = (cause: unknown) => {
    setBusy(false);
    const newer = cause instanceof Problem ? (cause.body['reply'] as QuickReply | undefined) : undefined;
    if (newer) setVersion(newer.version);
    const errors = cause instanceof Problem ? cause.errors : [];
    const taken = cause instanceof Problem && cause.code === 'shortcut-taken';
    setRefusals(
      taken
        ? { shortcut: say(cause) }
        : Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    );
    if (!errors.length && !taken) setProblem(newer ? t('replies.changed') : say(cause));
  };
  const save = () => {
    const { shortcut, title, body, shared } = values;
    setBusy(true);
    setProblem(undefined);
    setRefusals({});
    const words = { shortcut: shortcut.trim(), title: title.trim(), body };
    const saved = reply ? replies.change(reply.id, { ...words, version }) : replies.add({ ...words, shared });
    saved.then(() => {
      tell(t('replies.saved', { shortcut: words.shortcut }));
      onSaved();
    }, refused);
  };
  return {
    values,
    change: (part: Partial<Values>) => setValues((before) => ({ ...before, ...part })),
    errorAt: (field: string) => (refusals[field] === undefined ? {} : { error: refusals[field] }),
    problem,
    busy,
    save,
  };
}
