import { onBeforeUnmount, onMounted, ref, shallowReactive, type ShallowReactive } from 'vue';
import { ApiError } from '../../../shared/graphql/api-error';
import { changeHeaders, readRefusal } from '../../../shared/graphql/request';
import { newKey } from '../../../shared/acts/new-key';
import type { DraftFilePart } from '../file-parts';

/** Where an upload stands. */
export type UploadState = 'uploading' | 'paused' | 'lost' | 'refused';

/** One file on its way. */
export interface Uploading {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  state: UploadState;
  /** Bytes the server has. */
  sent: number;
  error: ApiError | null;
}

/** What steers a running upload. */
interface Steering {
  start: () => void;
  abort: (terminate?: boolean) => Promise<void>;
}

/** Small enough that a slow line sends one well within the time a request may take. */
const CHUNK_BYTES = 1024 * 1024;
const RETRY_MS = [0, 1_000, 3_000, 5_000, 10_000];

/** What an upload tells while it goes on. */
interface Course {
  readonly item: Uploading;
  readonly metadata: Record<string, string>;
  readonly done: () => void;
  /** Null where the same upload can go on later: no answer, or one that passes. */
  readonly failed: (error: ApiError | null) => void;
}

/** The transport is loaded with the first file. */
const makeUpload = async (file: File, { item, metadata, done, failed }: Course): Promise<Steering> => {
  const { Upload } = await import('tus-js-client');
  return new Upload(file, {
    endpoint: '/api/v1/files/uploads',
    metadata: { ...metadata, filename: file.name },
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    // Names of files may name persons: none is kept in this browser.
    storeFingerprintForResuming: false,
    onBeforeRequest: (sent) => {
      for (const [name, value] of Object.entries(changeHeaders())) sent.setHeader(name, value);
    },
    onProgress: (sent) => {
      item.sent = Math.max(item.sent, sent);
    },
    onSuccess: done,
    onError: (error) => {
      const response = 'originalResponse' in error ? error.originalResponse : null;
      const status = response?.getStatus() ?? 0;
      failed(status >= 400 && status < 500 ? readRefusal(response?.getBody() ?? '', status) : null);
    },
  });
};

const newItem = (file: File): ShallowReactive<Uploading> =>
  shallowReactive<Uploading>({
    key: newKey(),
    name: file.name,
    size: file.size,
    state: 'uploading',
    sent: 0,
    error: null,
  });

/** Notes how an upload ended; true where that is for good. */
const isRefused = (item: Uploading, error: ApiError | null): boolean => {
  Object.assign(item, { error, state: error === null ? 'lost' : 'refused' });
  return error !== null;
};

/** Goes on by itself when the connection comes back, and stops with the page. */
const useConnection = (resumeLost: () => void, stopAll: () => void): void => {
  onMounted(() => {
    window.addEventListener('online', resumeLost);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('online', resumeLost);
    stopAll();
  });
};

/**
 * Uploads to a draft: several at once, each resumed where it broke off. One may be given up before it began; one that was refused is
 * gone at the server already.
 */
export const useUploads = (
  target: () => { readonly exchange: string; readonly part: DraftFilePart },
  events: { readonly done: (file: Uploading) => void; readonly refused: (file: Uploading) => void },
) => {
  const uploads = ref<ShallowReactive<Uploading>[]>([]);
  const steering = new Map<string, Steering>();

  const forget = ({ key }: Uploading): void => {
    steering.delete(key);
    uploads.value = uploads.value.filter((item) => item.key !== key);
  };
  const failed = (item: Uploading, error: ApiError | null): void => {
    if (isRefused(item, error)) events.refused(item);
  };
  const done = (item: Uploading): void => {
    forget(item);
    events.done(item);
  };
  const begin = async (item: Uploading, file: File): Promise<void> => {
    const tell = { done: () => done(item), failed: (error: ApiError | null) => failed(item, error) };
    const upload = await makeUpload(file, { item, metadata: { ...target() }, ...tell });
    if (!uploads.value.some(({ key }) => key === item.key)) return;
    steering.set(item.key, upload);
    upload.start();
  };
  const add = (files: Iterable<File>): void => {
    for (const file of files) {
      const item = newItem(file);
      uploads.value.push(item);
      void begin(item, file).catch(() => failed(item, new ApiError('SERVICE_UNAVAILABLE', 'client.offline')));
    }
  };

  const pause = async (item: Uploading): Promise<void> => {
    item.state = 'paused';
    await steering.get(item.key)?.abort();
  };
  const resume = (item: Uploading): void => {
    Object.assign(item, { error: null, state: 'uploading' });
    steering.get(item.key)?.start();
  };
  const cancel = async (item: Uploading): Promise<void> => {
    const upload = steering.get(item.key);
    forget(item);
    await upload?.abort(item.state !== 'refused').catch(() => undefined);
  };

  useConnection(
    () => uploads.value.filter(({ state }) => state === 'lost').forEach(resume),
    () => steering.forEach((upload) => void upload.abort().catch(() => undefined)),
  );
  return { uploads, add, pause, resume, cancel };
};
