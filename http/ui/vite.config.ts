import {defineConfig} from 'vite';

// Fixed file names: the binary embeds exactly these three, and caching goes by their ETag.
export default defineConfig({
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: {
      output: {entryFileNames: 'app.js', chunkFileNames: 'app-[name].js', assetFileNames: 'app.[ext]',
               inlineDynamicImports: true},
    },
  },
  esbuild: {jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none'},
  server: {proxy: {'/v1': 'http://127.0.0.1:8080'}},
});
