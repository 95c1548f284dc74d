import type { ApiKey, IssuedKey } from '@parlor/client';
import { Ban, MoreHorizontal, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { full, longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { useNow } from '../i18n/useNow';
import { useProblemText } from '../session/problems';
import { IconButton } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';
import { useToast } from '../ui/Toasts';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './Integrations.module.css';
import { RotateDialog } from './RotateDialog';

type KeyItemProps = { apiKey: ApiKey; onChanged: () => void; onIssued: (issued: IssuedKey) => void };

/** One key, what it is for and what can be done to it. */
export function KeyItem({ apiKey, onChanged, onIssued }: KeyItemProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [asking, setAsking] = useState<'rotate' | 'revoke'>();
  const { id, name } = apiKey;
  const over = isOver(apiKey, useNow());

  const close = () => setAsking(undefined);
  const revoke = () => {
    close();
    api
      .revokeApiKey(id)
      .then(
        () => tell(t('keys.revoked', { name })),
        (problem: unknown) => warn(say(problem)),
      )
      .finally(onChanged);
  };
  return (
    <li className={styles.item} data-over={over || undefined}>
      <div className={styles.what}>
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <KeyTimes apiKey={apiKey} over={over} />
      </div>
      <ul className={styles.tags} aria-label={t('keys.scopes')}>
        {apiKey.scopes.map((scope) => (
          <li key={scope} className={styles.tag} dir="ltr">
            {scope}
          </li>
        ))}
      </ul>
      <Menu
        trigger={
          <IconButton label={t('keys.actions', { name })}>
            <MoreHorizontal size={16} />
          </IconButton>
        }
      >
        {!over && (
          <MenuItem icon={<RefreshCw size={16} />} onSelect={() => setAsking('rotate')}>
            {t('keys.rotate')}
          </MenuItem>
        )}
        <MenuItem danger icon={<Ban size={16} />} onSelect={() => setAsking('revoke')}>
          {t('keys.revoke')}
        </MenuItem>
      </Menu>
      {asking === 'rotate' && (
        <RotateDialog
          apiKey={apiKey}
          onClose={close}
          onIssued={(issued) => {
            close();
            onIssued(issued);
          }}
        />
      )}
      {asking === 'revoke' && (
        <ConfirmDialog
          title={t('keys.revokeTitle', { name })}
          lead={t('keys.revokeLead')}
          action={t('keys.revoke')}
          onClose={close}
          onConfirm={revoke}
        />
      )}
    </li>
  );
}

function KeyTimes({ apiKey, over }: { apiKey: ApiKey; over: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { createdBy, createdAt, expiresAt, lastUsedAt, formerUntil } = apiKey;
  const facts = [
    t('keys.made', { name: createdBy.name, date: longDate(locale, createdAt) }),
    lastUsedAt ? t('keys.used', { time: full(locale, lastUsedAt) }) : t('keys.unused'),
    ...(expiresAt ? [t(over ? 'keys.expired' : 'keys.expires', { date: longDate(locale, expiresAt) })] : []),
    ...(formerUntil ? [t('keys.former', { time: full(locale, formerUntil) })] : []),
  ];
  return (
    <span className={styles.facts}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}

const isOver = ({ expiresAt }: ApiKey, now: number) =>
  expiresAt !== undefined && Date.parse(expiresAt) <= now;
