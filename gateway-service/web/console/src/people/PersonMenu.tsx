import { type Account, type IssuedLink, Problem } from '@parlor/client';
import { KeyRound, MoreHorizontal, UserCheck, UserCog, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { IconButton } from '../ui/Button';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';
import { useToast } from '../ui/Toasts';
import { DisableDialog } from './DisableDialog';
import { RoleDialog } from './RoleDialog';

type PersonMenuProps = { account: Account; onChanged: () => void; onLink: (issued: IssuedLink) => void };

/** What an administrator can do about a colleague. */
export function PersonMenu({ account, onChanged, onLink }: PersonMenuProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [asking, setAsking] = useState<'role' | 'disable'>();
  const { id, name } = account;

  const run = (work: Promise<unknown>, done: string) => {
    setAsking(undefined);
    work.then(
      () => {
        tell(done);
        onChanged();
      },
      (problem: unknown) => {
        warn(say(problem));
        if (problem instanceof Problem && problem.status === 404) onChanged();
      },
    );
  };
  const reset = () => api.resetPassword(id).then(onLink, (problem: unknown) => warn(say(problem)));
  const trigger = (
    <IconButton label={t('people.actions', { name })}>
      <MoreHorizontal size={16} />
    </IconButton>
  );
  return (
    <>
      <Menu trigger={trigger}>
        {account.disabled ? (
          <MenuItem
            icon={<UserCheck size={16} />}
            onSelect={() => run(api.enableAccount(id), t('people.enabledDone', { name }))}
          >
            {t('people.enable')}
          </MenuItem>
        ) : (
          <>
            <MenuItem icon={<UserCog size={16} />} onSelect={() => setAsking('role')}>
              {t('people.changeRole')}
            </MenuItem>
            <MenuItem icon={<KeyRound size={16} />} onSelect={() => void reset()}>
              {t('people.reset')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger icon={<UserX size={16} />} onSelect={() => setAsking('disable')}>
              {t('people.disable')}
            </MenuItem>
          </>
        )}
      </Menu>
      {asking === 'role' && (
        <RoleDialog
          account={account}
          onClose={() => setAsking(undefined)}
          onGrant={(role) => run(api.grantRoles(id, [role]), t('people.roleDone', { name }))}
        />
      )}
      {asking === 'disable' && (
        <DisableDialog
          account={account}
          onClose={() => setAsking(undefined)}
          onDisable={() => run(api.disableAccount(id), t('people.disabledDone', { name }))}
        />
      )}
    </>
  );
}
