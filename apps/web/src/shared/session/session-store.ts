import type { Locale, Role } from '@soc-coop/contracts';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import {
  ActAsDocument,
  SetLocaleDocument,
  ViewerDocument,
  type ViewerPartsFragment,
} from '../../gql/graphql';
import { newKey } from '../acts/new-key';
import { request, setCredentials } from '../graphql/request';
import { sessionApi, type SessionState } from './session-api';

const NOBODY: SessionState = {
  signedIn: false,
  stage: 'none',
  csrfToken: '',
  demo: false,
  version: '',
  expiresAt: null,
};

/** The answer of the server and when it came, so that its age is known. */
const createState = () => ({
  state: ref<SessionState>(NOBODY),
  viewer: shallowRef<ViewerPartsFragment | null>(null),
  loaded: ref(false),
  /** True when the session ended under the reader's hands; the page stays until they act. */
  lost: ref(false),
  clock: { lastAnswerAt: 0, lastReadAt: 0 },
});
type State = ReturnType<typeof createState>;

const readViewer = async (): Promise<ViewerPartsFragment | null> =>
  (await request(ViewerDocument)).viewer ?? null;

const read = async ({ clock }: State): Promise<SessionState> => {
  const fresh = await sessionApi.read();
  clock.lastReadAt = Date.now();
  setCredentials({ csrfToken: fresh.csrfToken });
  return fresh;
};

/** Reads the session again; every such reading also keeps it alive. */
const refreshState = async (store: State): Promise<void> => {
  store.state.value = await read(store);
  if (store.state.value.stage !== 'full') store.viewer.value = null;
  else store.viewer.value ??= await readViewer();
  store.loaded.value = true;
  store.lost.value = false;
};

/** Asks again after a warning; a session that is gone leaves the page and its text standing. */
const renewState = async (store: State): Promise<void> => {
  const fresh = await read(store);
  // Somebody else may have signed in meanwhile in the other tab: the text on this page is not theirs.
  if (store.lost.value && fresh.stage === 'full') {
    const { viewer } = store;
    const now = await readViewer();
    if (viewer.value && now?.account.id !== viewer.value.account.id) return window.location.reload();
  }
  store.lost.value = fresh.stage !== 'full';
  if (!store.lost.value) store.state.value = fresh;
};

/** Stores the language for mails, when somebody is signed in and it is another one. */
const storeLocale = async ({ state, viewer }: State, locale: Locale): Promise<void> => {
  if (state.value.stage !== 'full' || viewer.value?.locale === locale) return;
  const { setLocale } = await request(SetLocaleDocument, { locale, idempotencyKey: newKey() });
  if (viewer.value) viewer.value = { ...viewer.value, locale: setLocale.locale };
};

/** Who is signed in, for which unit and how long; the only server data kept outside the query cache. */
export const useSession = defineStore('session', () => {
  const store = createState();
  const { state, viewer, loaded, lost, clock } = store;
  const roles = computed<readonly Role[]>(() => viewer.value?.roles ?? []);

  setCredentials({
    onSessionLost: () => (lost.value ||= state.value.stage === 'full'),
    onAnswer: () => (clock.lastAnswerAt = Date.now()),
  });

  /** After any step of signing in or out another person may stand there. */
  const afterStep = async (step: Promise<unknown>): Promise<void> => {
    await step;
    viewer.value = null;
    await refreshState(store);
  };

  return {
    state,
    viewer,
    loaded,
    lost,
    roles,
    isFull: computed(() => state.value.stage === 'full'),
    refresh: () => refreshState(store),
    renew: () => renewState(store),
    ensureLoaded: async () => (loaded.value ? undefined : refreshState(store)),
    signIn: (email: string, password: string) => afterStep(sessionApi.signIn(email, password)),
    giveSecondFactor: (code: string) => afterStep(sessionApi.secondFactor(code)),
    signOut: () => afterStep(sessionApi.signOut()),
    reloadViewer: async () => void (viewer.value = await readViewer()),
    actAs: async (membership: string) => {
      viewer.value = (await request(ActAsDocument, { membership, idempotencyKey: newKey() })).actAs;
    },
    saveLocale: (locale: Locale) => storeLocale(store, locale),
    hasRole: (wanted: readonly Role[] | undefined): boolean =>
      wanted === undefined || wanted.some((role) => roles.value.includes(role)),
    /** True when the server was spoken to since the expiry was last read, so that it must be later by now. */
    expiryIsOld: (): boolean => clock.lastAnswerAt > clock.lastReadAt + 1000,
  };
});
