import { ConfigError, loadConfig } from './load-config';

const key = `1:${Buffer.alloc(32, 7).toString('base64')}`;
const good = { DATABASE_URL: 'postgres://x', MASTER_KEYS: key };

describe('loadConfig', () => {
  it('fills the defaults, demonstration data off, and freezes the result', () => {
    const config = loadConfig(good);
    expect(config).toMatchObject({ PORT: 3000, ROLE: 'all', DEMO: false });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reads keys as 32 bytes under their id', () => {
    expect(loadConfig(good).MASTER_KEYS).toEqual([{ id: '1', key: Buffer.alloc(32, 7) }]);
  });

  it('names every wrong setting at once and shows no value', () => {
    const secret = 'short-secret';
    const attempt = () => loadConfig({ PORT: '99999', ROLE: 'king', MASTER_KEYS: secret });
    expect(attempt).toThrow(ConfigError);
    try {
      attempt();
    } catch (error) {
      const { problems, message } = error as ConfigError;
      expect(problems.map(({ name }) => name).sort()).toEqual([
        'DATABASE_URL',
        'MASTER_KEYS',
        'PORT',
        'ROLE',
      ]);
      expect(message).not.toContain(secret);
      expect(message).toContain('DATABASE_URL: is required');
    }
  });

  it('treats an empty value as absent', () => {
    expect(loadConfig({ ...good, PORT: '' }).PORT).toBe(3000);
  });
});
