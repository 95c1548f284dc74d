import { LINK_KINDS, type InboxRoom, type LinkKind, type RecordLink } from '@parlor/client';
import { ExternalLink, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button';
import { Alert } from '../ui/Notice';
import { LinkDialog } from './LinkDialog';
import styles from './LinksSection.module.css';
import { useLinks } from './useLinks';

/** What the conversation has to do with in the CRM: looked up, set, changed and cleared here. */
export function LinksSection({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const { items, failed, reload } = useLinks(room);
  const [open, setOpen] = useState<LinkKind>();
  return (
    <section aria-labelledby="details-links" aria-busy={!items && !failed}>
      <h3 id="details-links" className={styles.heading}>
        {t('links.title')}
      </h3>
      {failed && (
        <Alert
          action={
            <Button size="small" onClick={reload}>
              {t('common.retry')}
            </Button>
          }
        >
          {t('links.failed')}
        </Alert>
      )}
      {!items && !failed && (
        <p className={styles.loading} role="status">
          {t('common.loading')}
        </p>
      )}
      {items && (
        <dl className={styles.links}>
          {LINK_KINDS.map((kind) => (
            <Row
              key={kind}
              kind={kind}
              link={items.find((link) => link.kind === kind)}
              onOpen={() => setOpen(kind)}
            />
          ))}
        </dl>
      )}
      {items && open && (
        <LinkDialog
          room={room}
          kind={open}
          link={items.find((link) => link.kind === open)}
          onChanged={reload}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

type RowProps = { kind: LinkKind; link: RecordLink | undefined; onOpen: () => void };

function Row({ kind, link, onOpen }: RowProps) {
  const { t } = useTranslation();
  const name = t(`links.kind.${kind}`);
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.value}>{link ? <Shown link={link} /> : <span>{t('links.none')}</span>}</dd>
      <dd>
        <IconButton label={t(link ? 'links.change' : 'links.set', { name })} onClick={onOpen}>
          {link ? <Pencil size={14} /> : <Plus size={14} />}
        </IconButton>
      </dd>
    </div>
  );
}

/** Without a pattern for its kind a record has no address: then its id says which one it is. */
function Shown({ link: { label, id, url } }: { link: RecordLink }) {
  const { t } = useTranslation();
  if (!url) {
    return (
      <span className={styles.plain}>
        <bdi>{label}</bdi>
        {label !== id && <bdi className={styles.id}>{id}</bdi>}
      </span>
    );
  }
  return (
    <a
      className={styles.link}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={id}
      aria-label={t('links.open', { label })}
    >
      <bdi>{label}</bdi>
      <ExternalLink size={12} aria-hidden="true" />
    </a>
  );
}
