import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Toasts.module.css';

/** Short news about something the person just did. */
export function useToast() {
  const manager = Toast.useToastManager();
  const { add } = manager;
  return useMemo(
    () => ({
      tell: (title: string) => add({ title, priority: 'low' }),
      warn: (title: string) => add({ title, type: 'warning', priority: 'high' }),
    }),
    [add],
  );
}

export function Toasts() {
  const { toasts } = Toast.useToastManager();
  const { t } = useTranslation();
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['up', 'right']}>
            <Toast.Content className={styles.content}>
              <Toast.Title className={styles.title} />
              <Toast.Close className={styles.close} aria-label={t('common.dismiss')}>
                <X size={14} />
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
