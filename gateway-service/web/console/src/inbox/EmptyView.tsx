import { Coffee, Inbox, SearchX, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCounts } from '../desk/counts';
import type { View } from '../desk/views';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';

type EmptyViewProps = { view: View; words: string; tag: string | undefined; onNewRoom: () => void };

/** An empty list is an answer: it says which one, and where there is something to do. */
export function EmptyView({ view, words, tag, onNewRoom }: EmptyViewProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { queue } = useCounts();
  if (words) {
    return (
      <Empty icon={<SearchX />} title={t('empty.search')}>
        {t('empty.searchDetail', { words })}
      </Empty>
    );
  }
  if (tag) {
    return (
      <Empty icon={<SearchX />} title={t('empty.tag')}>
        {t('empty.tagDetail')}
      </Empty>
    );
  }
  if (view === 'team') {
    return (
      <Empty
        icon={<Users />}
        title={t('empty.team')}
        action={<Button onClick={onNewRoom}>{t('team.new')}</Button>}
      >
        {t('empty.teamDetail')}
      </Empty>
    );
  }
  if (view === 'queue') {
    return (
      <Empty icon={<Coffee />} title={t('empty.queue')}>
        {t('empty.queueDetail')}
      </Empty>
    );
  }
  const waiting = view === 'mine' && queue > 0;
  return (
    <Empty
      icon={<Inbox />}
      title={t(`empty.${view}`)}
      action={
        waiting && <Button onClick={() => navigate('/queue')}>{t('empty.toQueue', { count: queue })}</Button>
      }
    >
      {t(`empty.${view}Detail`)}
    </Empty>
  );
}
