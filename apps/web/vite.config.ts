import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where `vite dev` finds the API; the build is served by the API itself, on the same origin. */
const api = process.env['API_ORIGIN'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [
    vue(),
    ui({
      // Components are imported by name, so that a reader (and knip) sees where they come from.
      autoImport: false,
      components: false,
      dts: false,
      colorMode: false,
      // Icons named in the source are built in: nothing is fetched from an icon service at run time.
      icon: { clientBundle: { scan: { globInclude: ['src/**/*.{vue,ts}'], globExclude: ['src/gql/**'] } } },
      experimental: { componentDetection: true },
      theme: { colors: ['primary', 'secondary', 'success', 'info', 'warning', 'error'] },
      ui: {
        colors: { primary: 'danube', neutral: 'slate' },
        button: {
          slots: { base: 'font-medium cursor-pointer min-h-9' },
          // The kit makes a solid button lighter under the pointer, below 4.5:1; ours turns stronger.
          compoundVariants: (['primary', 'error'] as const).map((color) => ({
            color,
            variant: 'solid' as const,
            class: `bg-${color} hover:bg-(--app-${color}-strong) active:bg-(--app-${color}-strong) disabled:bg-${color} aria-disabled:bg-${color} disabled:opacity-100`,
          })),
          defaultVariants: { size: 'md' as const },
        },
        modal: { slots: { title: 'text-lg font-semibold', description: 'text-base text-toned' } },
      },
    }),
  ],
  resolve: {
    // Libraries are read from their sources. `@nestjs/graphql` answers the `browser` condition with a shim, so
    // the decorators of shared input classes do not drag the server into the browser.
    conditions: ['source', ...defaultClientConditions],
  },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: { proxy: { '/api': api, '/graphql': { target: api } } },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
});
