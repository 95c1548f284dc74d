import { Problem, type Account } from '@parlor/client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from './account';

type SessionState =
  | { readonly phase: 'checking' }
  | { readonly phase: 'unreachable' }
  | { readonly phase: 'out'; readonly ended: boolean }
  | { readonly phase: 'in'; readonly account: Account };

/** Who sits here, as far as the gateway knows. */
export function useSession() {
  const [state, setState] = useState<SessionState>({ phase: 'checking' });

  const check = useCallback(() => {
    setState({ phase: 'checking' });
    api.session().then(
      ({ account }) => setState({ phase: 'in', account }),
      (problem: unknown) => setState(afterFailure(problem)),
    );
  }, []);

  useEffect(check, [check]);

  return useMemo(
    () => ({
      state,
      check,
      entered: (account: Account) => setState({ phase: 'in', account }),
      ended: () => setState({ phase: 'out', ended: true }),
      left: () => setState({ phase: 'out', ended: false }),
    }),
    [state, check],
  );
}

function afterFailure(problem: unknown): SessionState {
  const refused = problem instanceof Problem && problem.status === 401;
  return refused ? { phase: 'out', ended: false } : { phase: 'unreachable' };
}
