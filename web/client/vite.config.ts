import vue from '@vitejs/plugin-vue'
import AutoImport from 'unplugin-auto-import/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

// Element Plus widgets are resolved where templates name them, so that only used ones are shipped. Nothing else is
// imported by magic: `dirs: []` keeps our own components visible in the files that use them.
const elementPlus = () => [ElementPlusResolver()]

export default defineConfig({
  base: '/static/',
  plugins: [
    vue(),
    AutoImport({ dts: false, resolvers: elementPlus() }),
    Components({ dts: false, dirs: [], resolvers: elementPlus() }),
  ],
  build: {
    outDir: '../static',
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 700, // ECharts, tree-shaken and loaded with the first chart
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8000',
      '/socket.io': { target: 'http://127.0.0.1:8000', ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } }, // its component styles are CSS imports, which plain Node refuses
  },
})
