import type { IssuedLink, OneTimeLink } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { useNow } from '../i18n/useNow';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';
import styles from './People.module.css';

type InvitationsProps = {
  invitations: readonly OneTimeLink[] | undefined;
  failed: boolean;
  onChanged: () => void;
  onLink: (issued: IssuedLink) => void;
};

/** Who was invited and has not come yet. */
export function Invitations({ invitations = [], failed, onChanged, onLink }: InvitationsProps) {
  const { t } = useTranslation();
  if (failed) {
    return (
      <Alert action={<Button onClick={onChanged}>{t('common.retry')}</Button>}>
        {t('people.invitationsFailed')}
      </Alert>
    );
  }
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations-title">
      <h2 id="invitations-title" className={styles.heading}>
        {t('people.invitations')}
      </h2>
      <ul className={styles.invitations}>
        {invitations.map((link) => (
          <Invitation key={link.id} link={link} onChanged={onChanged} onLink={onLink} />
        ))}
      </ul>
    </section>
  );
}

type InvitationProps = { link: OneTimeLink } & Pick<InvitationsProps, 'onChanged' | 'onLink'>;

function Invitation({ link, onChanged, onLink }: InvitationProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const locale = useLocale();
  const { email, roles, name, expiresAt } = link;
  const over = Date.parse(expiresAt) <= useNow();

  const refused = (problem: unknown) => {
    warn(say(problem));
    onChanged();
  };
  const renew = () => api.invite({ email, name, roles }).then(onLink, refused);
  const revoke = () =>
    api.revokeInvitation(link.id).then(() => {
      tell(t('people.revoked', { email }));
      onChanged();
    }, refused);
  return (
    <li className={styles.invitation}>
      <span className={styles.who}>
        <bdi>{email}</bdi>
        <span className={styles.hint}>
          {roles.map((role) => t(`role.${role}`)).join(', ')} ·{' '}
          {t(over ? 'people.expired' : 'people.until', { date: longDate(locale, expiresAt) })}
        </span>
      </span>
      <Button size="small" aria-label={t('people.renewFor', { email })} onClick={() => void renew()}>
        {t('people.renew')}
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('people.revokeFor', { email })}
        onClick={() => void revoke()}
      >
        {t('people.revoke')}
      </Button>
    </li>
  );
}
