import type { Visitor } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { useNow } from '../i18n/useNow';
import { Fact } from './Fact';
import { languageName, localTime } from './surroundings';

/** What somebody visits with, in which language, and what time it is there. */
export function Surroundings({ visitor: { device, locale: spoken, zone } }: { visitor: Visitor }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const parts = [device.browser, device.system].filter((part) => part !== undefined);
  const time = zone === undefined ? undefined : localTime(locale, zone, now);
  return (
    <>
      {(parts.length > 0 || device.kind) && (
        <Fact term={t('visitor.device')}>
          {device.kind && t(`visitor.kind.${device.kind}`)}
          {device.kind && parts.length > 0 && ' · '}
          <bdi>{parts.join(' · ')}</bdi>
        </Fact>
      )}
      {spoken !== undefined && <Fact term={t('visitor.language')}>{languageName(locale, spoken)}</Fact>}
      {time !== undefined && (
        <Fact term={t('visitor.localTime')}>
          <span title={zone}>{time}</span>
        </Fact>
      )}
    </>
  );
}
