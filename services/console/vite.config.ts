import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const domain = here('../../libs/domain/src');

/** Built to dist/console with its compressed twins; `npm run dev` in this folder serves the sources before a running API. */
export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    compression({ algorithms: [defineAlgorithm('gzip'), defineAlgorithm('brotliCompress')], threshold: 1024 }),
  ],
  resolve: { alias: { '@app/domain': `${domain}/index.ts`, 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
  server: { proxy: { '/api': process.env.DUIBIAO_URL ?? 'http://127.0.0.1:8080' } },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // rules keep nothing and do nothing when loaded: those a page does not use are left out
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.startsWith(domain) } },
  },
});
