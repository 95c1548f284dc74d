import { Problem } from '@parlor/client';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const KNOWN = [
  'account-disabled',
  'already-claimed',
  'bad-credentials',
  'broken-file',
  'disconnected',
  'email-taken',
  'id-reused',
  'key-expired',
  'key-needed',
  'last-administrator',
  'legal-hold',
  'mail-off',
  'muted',
  'no-email',
  'not-a-member',
  'not-allowed',
  'room-closed',
  'settings-changed',
  'shortcut-taken',
  'stale-fence',
  'storage-full',
  'storage-unavailable',
  'tag-taken',
  'text-empty',
  'text-too-long',
  'too-large',
  'too-many',
  'too-many-invitations',
  'too-many-keys',
  'too-many-replies',
  'too-many-tags',
  'too-many-transcripts',
  'too-many-webhooks',
  'unknown-account',
  'unknown-attachment',
  'unknown-guest',
  'unknown-delivery',
  'unknown-key',
  'unknown-link',
  'unknown-mention',
  'unknown-message',
  'unknown-outcome',
  'unknown-reply',
  'unknown-tag',
  'unknown-webhook',
  'unreachable',
  'unsupported-file',
  'wrong-status',
] as const;

type Known = (typeof KNOWN)[number];

const isKnown = (code: string): code is Known => (KNOWN as readonly string[]).includes(code);

/** Says a refusal in the reader's language; one we have no words for, in the server's. */
export function useProblemText(): (problem: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (problem: unknown) => {
      if (!(problem instanceof Problem)) return t('problem.unexpected');
      if (problem.code === 'already-claimed')
        return t('problem.already-claimed', { name: winnerOf(problem) });
      if (isKnown(problem.code)) return t(`problem.${problem.code}`);
      return problem.message || t('problem.unexpected');
    },
    [t],
  );
}

function winnerOf(problem: Problem): string {
  const winner = problem.body['claimedBy'];
  const named = typeof winner === 'object' && winner !== null && 'name' in winner;
  return named && typeof winner.name === 'string' ? winner.name : '?';
}

/** The words for the code of a message that failed to go out. */
export function useReasonText(): (code: string | undefined) => string {
  const say = useProblemText();
  return useCallback((code) => say(code ? new Problem(code, '') : undefined), [say]);
}
