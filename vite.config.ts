import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

// With the one sheet that says in which order all others hold; it must come before theirs.
const isLibrary = /\/node_modules\/|vite\/preload-helper|\/ui\/theme\/base\.css/

/**
 * The files that the client is made into. Left to itself the bundler makes one of every few modules that two pages
 * happen to share, and a page fetches forty; so the first load is two files, and a feature is one.
 */
const files = [
  // Before all others: what belongs to one language and to no page.
  { name: 'words-ru', test: /\/words\/([\w-]+-)?ru\.ts$/, priority: 6 },
  { name: 'words-pl', test: /\/words\/([\w-]+-)?pl\.ts$/, priority: 6 },
  { name: 'libraries', tags: ['$initial' as const], test: isLibrary, priority: 4 },
  { name: 'shell', tags: ['$initial' as const], test: /\/(ui|features)\//, priority: 3 },
  // Fetched when somebody searches, and not before.
  { name: 'search', test: /\/node_modules\/@mantine\/spotlight\/|\/SearchPalette\./, priority: 2 },
  // Fetched by whoever fills in the profile of somebody else: it brings along what people are asked.
  { name: 'adding', test: /\/features\/invitations\/adding\/web\//, priority: 2 },
  // Fetched by whoever begins to write: the editor, with all that it is made of.
  {
    name: 'editor',
    test: /\/node_modules\/(@tiptap|prosemirror-[\w-]+|@mantine\/tiptap|linkifyjs|fast-equals|orderedmap|rope-sequence|w3c-keyname)\/|\/features\/writing\/web\/editor\//,
    priority: 2,
  },
  // What stands around every page, with the calls of all features, so that no page fetches another feature for the number in its menu.
  {
    name: 'frame',
    test: /\/features\/(notices\/web\/(Bell|LatestNotices|useNotices)|groups\/web\/MyGroups|tasks\/web\/WaitingCount|feed\/marks\/web\/UnreadCount)\.|\/features\/.+\/web\/api\.ts$/,
    priority: 2,
  },
  // With what chooses a colleague: most features do, and need no more of people for it.
  {
    name: 'controls',
    test: /\/(node_modules|ui)\/|\/features\/people\/web\/(ColleagueField|usePeople)\./,
    priority: 1,
  },
  { debugName: 'features', name: fileOf },
]

/** Small features that are fetched wherever another one is, and go with it. */
const goesWith: Record<string, string> = { writing: 'comments', exports: 'groups' }

/** A feature is a file. */
function fileOf(id: string): string | null {
  const feature = /\/features\/(\w+)\//.exec(id)?.[1] ?? null
  return feature && (goesWith[feature] ?? feature)
}

const later = '\0words-later:'

/** A browser carries English; whoever speaks another language fetches that one beside it (ui/words/fetch.ts). */
const languagesLater: Plugin = {
  name: 'languages-later',
  enforce: 'pre',
  resolveId(source, importer) {
    const language = /^\.\/words\/(ru|pl)\.ts$/.exec(source)?.[1]
    const place = importer?.startsWith(import.meta.dirname) && importer.slice(import.meta.dirname.length)
    return language && place && place.endsWith('/words.ts')
      ? `${later}${place.replace(/\.ts$/, `/${language}`)}`
      : undefined
  },
  load(id) {
    if (!id.startsWith(later)) return undefined
    const path = id.slice(later.length)
    return `import { wordsAt } from '/ui/words/arriving.ts'\nexport const ${path.slice(-2)} = wordsAt('${path}.ts')`
  },
}

/** The worker of push is built beside the pages, alone and into one file: a worker of the plain kind, which every browser knows, imports nothing. */
const pushWorker: Plugin = {
  name: 'push-worker',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: 'dist/web',
        emptyOutDir: false,
        lib: {
          entry: 'features/notices/push/web/worker.ts',
          formats: ['iife'],
          name: 'push',
          fileName: () => 'push-worker.js',
        },
      },
    })
  },
}

/** Builds the web client into dist/web; the server replaces `__NONCE__` in its index.html for every request. */
export default defineConfig({
  plugins: [languagesLater, react(), pushWorker],
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
    rolldownOptions: {
      // A door only passes on: whoever takes one thing through it fetches no more of that feature.
      treeshake: { moduleSideEffects: [{ test: /\/web\/door\.tsx$/, sideEffects: false }] },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: files } },
    },
  },
  server: {
    proxy: {
      '/rpc': 'http://localhost:3000',
      '/api': 'http://localhost:3000',
      '/files': 'http://localhost:3000',
      '/push-worker.js': 'http://localhost:3000',
      '/live': { target: 'ws://localhost:3000', ws: true },
    },
  },
})
