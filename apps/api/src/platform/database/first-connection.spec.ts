import { firstConnection } from './first-connection';

const failing = (code: string): Error => Object.assign(new Error('no'), { code });

describe('the first connection', () => {
  it('waits for a database that is not there yet', async () => {
    const connect = jest.fn<Promise<string>, []>();
    connect.mockRejectedValueOnce(failing('ECONNREFUSED'));
    // "the database system is starting up"
    connect.mockRejectedValueOnce(failing('57P03'));
    connect.mockRejectedValueOnce(new Error('timeout exceeded when trying to connect'));
    connect.mockResolvedValueOnce('connected');
    await expect(firstConnection(connect, [0, 0, 0])).resolves.toBe('connected');
    expect(connect).toHaveBeenCalledTimes(4);
  });

  it('gives up in the end, with what the database said', async () => {
    const connect = jest.fn(() => Promise.reject(failing('ECONNREFUSED')));
    await expect(firstConnection(connect, [0, 0])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(connect).toHaveBeenCalledTimes(3);
  });

  it.each(['28P01', '3D000', '42501'])('does not try again where the database refuses: %s', async (code) => {
    const connect = jest.fn(() => Promise.reject(failing(code)));
    await expect(firstConnection(connect, [0, 0])).rejects.toMatchObject({ code });
    expect(connect).toHaveBeenCalledTimes(1);
  });
});
