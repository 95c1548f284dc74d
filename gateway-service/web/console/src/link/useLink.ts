import { Problem, type OpenedLink } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../session/account';

const KNOWN = ['unknown-link', 'link-used', 'link-expired', 'link-revoked', 'too-many'] as const;

/** Why there is nothing to do here. */
export type Why = (typeof KNOWN)[number] | 'unreachable';

type LinkState =
  | { readonly phase: 'checking' }
  | { readonly phase: 'open'; readonly opened: OpenedLink }
  | { readonly phase: 'refused'; readonly why: Why };

/** The link in the address: what it is for, and the way to use it. */
export function useLink() {
  const [, navigate] = useLocation();
  const [state, setState] = useState<LinkState>({ phase: 'checking' });
  const token = location.hash.slice(1);

  const refused = useCallback((problem: unknown) => {
    const why = whyOf(problem);
    if (why) setState({ phase: 'refused', why });
    return why !== undefined;
  }, []);

  const check = useCallback(() => {
    setState({ phase: 'checking' });
    api.openLink(token).then(
      (opened) => setState({ phase: 'open', opened }),
      (problem: unknown) => refused(problem) || setState({ phase: 'refused', why: 'unreachable' }),
    );
  }, [token, refused]);
  useEffect(check, [check]);

  /** Fails with what was wrong with the fields; a link that counts no more is said instead of the form. */
  const follow = async (chosen: { name?: string; password: string }): Promise<void> => {
    try {
      const { account } = await api.useLink({ token, ...chosen });
      // Whoever cannot be signed in at once comes to the page where that is done.
      await api.signIn(account.email, chosen.password).catch(() => undefined);
      navigate('/', { replace: true });
    } catch (problem) {
      if (!refused(problem)) throw problem;
    }
  };

  return { state, check, follow };
}

function whyOf(problem: unknown): Why | undefined {
  const code = problem instanceof Problem ? problem.code : undefined;
  if (code === 'account-disabled') return 'link-revoked';
  return KNOWN.find((known) => known === code);
}
