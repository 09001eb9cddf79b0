import type { Router } from 'vue-router';
import { setCredentials } from '../shared/graphql/request';
import { useUpgrade } from '../shared/live/upgrade-store';

/** Notices when the server has moved on: a chunk of this build is gone, or a document of it is unknown. */
export const followUpgrades = (): void => {
  const upgrade = useUpgrade();
  setCredentials({ onUnknownOperation: upgrade.notice });
  // Vite says so before the import fails; it still fails, so that whoever asked for the chunk hears of it.
  window.addEventListener('vite:preloadError', upgrade.notice);
};

/**
 * A page of the old version that is no longer there: the reader was on the way to it, so it is loaded anew in place of
 * opening. The page left behind has saved its draft by then, or the browser asks before it goes.
 */
export const leaveOldVersion = (router: Router): void => {
  router.onError((_error, to) => {
    const upgrade = useUpgrade();
    if (upgrade.needed) upgrade.leaveFor(to.fullPath);
  });
};
