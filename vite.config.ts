import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the web client into dist/web; the server replaces `__NONCE__` in its index.html for every request. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    // A style or picture inlined as data: would need a wider policy than 'self'.
    assetsInlineLimit: 0,
    // The shell with React, the router and the parts of Mantine that it draws with; 250 kB gzip is its limit.
    chunkSizeWarningLimit: 750,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/rpc': 'http://localhost:3000',
      '/api': 'http://localhost:3000',
      '/files': 'http://localhost:3000',
      '/live': { target: 'ws://localhost:3000', ws: true },
    },
  },
})
