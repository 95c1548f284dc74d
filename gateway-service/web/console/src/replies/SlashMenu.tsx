import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickReply } from '@parlor/client';
import { Link } from 'wouter';
import type { SlashMenuState } from './useSlash';
import styles from './SlashMenu.module.css';

export const optionId = (menu: string, index: number): string => `${menu}-${index}`;

/** What a field says of the menu it controls. The focus stays in the field. */
export const menuProps = ({ id, phase, active }: SlashMenuState) =>
  phase === 'open'
    ? ({
        'aria-autocomplete': 'list',
        'aria-controls': id,
        'aria-activedescendant': optionId(id, active),
      } as const)
    : {};

/** The quick replies that fit what was typed behind the slash. */
export function SlashMenu({ menu }: { menu: SlashMenuState }) {
  const { t } = useTranslation();
  const { phase, options } = menu;
  return (
    <>
      <p className="visually-hidden" role="status">
        {phase === 'open' && t('replies.found', { count: options.length })}
        {phase === 'loading' && t('common.loading')}
        {phase === 'failed' && t('replies.menuFailed')}
        {phase === 'none' && t('replies.none')}
      </p>
      {phase !== 'closed' && (
        <div className={styles.menu} onMouseDown={(event) => event.preventDefault()}>
          {phase === 'open' && <Options menu={menu} />}
          {phase === 'loading' && <p className={styles.words}>{t('common.loading')}</p>}
          {phase === 'failed' && <p className={styles.words}>{t('replies.menuFailed')}</p>}
          {phase === 'none' && (
            <p className={styles.words}>
              {t('replies.none')} <Link href="/replies">{t('replies.addFirst')}</Link>
            </p>
          )}
          {phase === 'open' && (
            <p className={styles.keys} aria-hidden="true">
              {t('replies.keys')}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Options({ menu: { id, options, active, point, choose } }: { menu: SlashMenuState }) {
  const { t } = useTranslation();
  return (
    <ul id={id} role="listbox" aria-label={t('replies.menu')} className={styles.list}>
      {options.map((reply, index) => (
        <Option
          key={reply.id}
          id={optionId(id, index)}
          reply={reply}
          active={index === active}
          onPoint={() => point(index)}
          onChoose={() => choose(reply)}
        />
      ))}
    </ul>
  );
}

type OptionProps = {
  id: string;
  reply: QuickReply;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Option({ id, reply, active, onPoint, onChoose }: OptionProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      ref={place}
      id={id}
      role="option"
      aria-selected={active}
      className={styles.option}
      onMouseMove={active ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className={styles.line}>
        <bdi className={styles.shortcut}>/{reply.shortcut}</bdi>
        <bdi className={styles.title}>{reply.title}</bdi>
        <span className={styles.owner}>{t(reply.shared ? 'replies.shared' : 'replies.yours')}</span>
      </span>
      <bdi className={styles.body}>{reply.body}</bdi>
    </li>
  );
}
