import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../ui/Button';

/** The way back to the list from a conversation that is not there. */
export function BackButton({ to }: { to: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return <Button onClick={() => navigate(to)}>{t('common.back')}</Button>;
}
