import { defineConfig } from 'vite';

/** Where `vite dev` finds the API; the build is served by the API itself, on the same origin. */
const api = process.env['API_ORIGIN'] ?? 'http://localhost:3000';

export default defineConfig({
  base: '/graphiql/',
  // GraphiQL's editor runs its language services in workers; they are bundled with the rest.
  worker: { format: 'es' },
  server: { proxy: { '/api': api, '/graphql': api } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Fonts and images stay files: the content security policy has no exception for data addresses of scripts.
    assetsInlineLimit: 0,
    // Monaco alone is larger than any sensible limit; the page is for a few auditors, not for every visitor.
    chunkSizeWarningLimit: 5000,
  },
});
