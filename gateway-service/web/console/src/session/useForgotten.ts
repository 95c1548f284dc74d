import { Problem } from '@parlor/client';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { api } from './account';
import { useProblemText } from './problems';
import { useWait } from './useWait';

export type ForgottenState = ReturnType<typeof useForgotten>;

type Phase = 'checking' | 'unreachable' | 'off' | 'asking' | 'asked';

/** How far somebody is who forgot the password. */
export function useForgotten() {
  const say = useProblemText();
  const [phase, setPhase] = useState<Phase>('checking');
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [waitSeconds, wait] = useWait();

  const check = useCallback(() => {
    setPhase('checking');
    api.whenForgotten().then(
      ({ mail }) => setPhase(mail ? 'asking' : 'off'),
      () => setPhase('unreachable'),
    );
  }, []);
  useEffect(check, [check]);

  const refused = (cause: unknown) => {
    const errors = cause instanceof Problem ? cause.errors : [];
    setRefusal(errors.find(({ field }) => field === 'email')?.message);
    if (!errors.length) setProblem(say(cause));
    if (cause instanceof Problem && cause.status === 429) wait(cause.retryAfterMs);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || phase !== 'asking') return;
    const wanted = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    setProblem(undefined);
    setRefusal(undefined);
    api
      .forgotten(wanted)
      .then(() => {
        setEmail(wanted);
        setPhase('asked');
      }, refused)
      .finally(() => setBusy(false));
  };

  return { phase, email, busy, problem, refusal, waitSeconds, check, submit };
}
