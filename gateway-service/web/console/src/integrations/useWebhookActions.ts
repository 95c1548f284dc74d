import type { IssuedWebhook, Webhook } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

/** What can be done to a webhook, each with a word about how it went. */
export function useWebhookActions(
  { id }: Webhook,
  onChanged: () => void,
  onIssued: (issued: IssuedWebhook) => void,
) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();

  const refused = (problem: unknown) => {
    warn(say(problem));
    onChanged();
  };
  const done = (words: string) => () => {
    tell(words);
    onChanged();
  };
  return {
    test: () => void api.testWebhook(id).then(done(t('webhooks.tested')), refused),
    pause: () => void api.pauseWebhook(id).then(done(t('webhooks.pausedDone')), refused),
    resume: () => void api.resumeWebhook(id).then(done(t('webhooks.resumedDone')), refused),
    renew: () => void api.renewWebhookSecret(id).then(onIssued, refused),
    remove: () => void api.removeWebhook(id).then(done(t('webhooks.removed')), refused),
  };
}
