import type { Running } from '../contenders/contender';
import type { Call, OperationName } from './operation';

/** Makes one call and gives the answer's meaning. */
export const askOnce = async (server: Running, operation: OperationName, call: Call): Promise<unknown> => {
  const { method, path, headers, body } = server.request(operation, call);
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return server.meaning(operation, await response.json());
};
