import type { MessageKey } from '@soc-coop/messages';
import { computed } from 'vue';
import { useSession } from '../../../shared/session/session-store';

interface Door {
  readonly to: string;
  readonly label: MessageKey;
}

/** Administrators and auditors have no cases of their own: the first page shows them their own door instead. */
export const useRoomsWithoutCases = () => {
  const session = useSession();
  const hasCases = computed(() =>
    session.roles.some((role) => role !== 'ADMINISTRATOR' && role !== 'AUDITOR'),
  );
  const otherDoor = computed<Door | null>(() => {
    if (session.hasRole(['ADMINISTRATOR'])) return { to: 'admin-units', label: 'shell.nav.administration' };
    return session.hasRole(['AUDITOR']) ? { to: 'audit', label: 'shell.nav.audit' } : null;
  });
  return { hasCases, otherDoor };
};
