import type { Availability, Routing, RoutingAgent } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../desk/context';
import { useLocale } from '../i18n/useLocale';
import { Avatar } from '../ui/Avatar';
import styles from './Routing.module.css';
import { capacityOf } from './useRouting';

type Save = (id: string, name: string, capacity: number | undefined) => Promise<boolean>;

/** Who has how much in hand, and the capacity of those who have one of their own. */
export function AgentLoads({ routing, onCapacity }: { routing: Routing; onCapacity: Save }) {
  const { t } = useTranslation();
  const presence = usePresence(routing.agents.map(({ id }) => id));
  return (
    <section className={styles.agents} aria-labelledby="routing-agents">
      <h2 id="routing-agents" className={styles.caption}>
        {t('routing.agents')}
      </h2>
      <p className={styles.note}>{t('routing.agentsHint')}</p>
      <ul className={styles.list}>
        {routing.agents.map((agent) => (
          <Agent
            key={agent.id}
            agent={agent}
            status={presence[agent.id]?.status ?? agent.status}
            common={routing.capacity}
            onCapacity={onCapacity}
          />
        ))}
      </ul>
    </section>
  );
}

type AgentProps = { agent: RoutingAgent; status: Availability; common: number; onCapacity: Save };

function Agent({ agent, status, common, onCapacity }: AgentProps) {
  const { t } = useTranslation();
  const count = new Intl.NumberFormat(useLocale());
  const saved = agent.capacity === undefined ? '' : String(agent.capacity);
  const [draft, setDraft] = useState<string>();
  const [busy, setBusy] = useState(false);
  const typed = draft ?? saved;
  const capacity = agent.capacity ?? common;
  const wrong = typed.trim() !== '' && capacityOf(typed) === undefined;

  const keep = () => {
    if (wrong || busy || typed.trim() === saved) return;
    setBusy(true);
    void onCapacity(agent.id, agent.name, capacityOf(typed)).then(() => {
      setBusy(false);
      setDraft(undefined);
    });
  };
  return (
    <li className={styles.agent}>
      <Avatar name={agent.name} presence={status} />
      <span className={styles.who}>
        <span className={styles.name}>
          <bdi>{agent.name}</bdi>
        </span>
        <span className={styles.note}>{t(`presence.${status}`)}</span>
      </span>
      <span className={styles.load} data-full={agent.active >= capacity || undefined}>
        {t('routing.load', { active: count.format(agent.active), capacity: count.format(capacity) })}
      </span>
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <input
          className={styles.input}
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('routing.own', { name: agent.name })}
          aria-invalid={wrong || undefined}
          title={wrong ? t('routing.capacityWrong') : undefined}
          placeholder={count.format(common)}
          value={typed}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={keep}
        />
      </form>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {t('routing.capacityWrong')}
        </p>
      )}
    </li>
  );
}
