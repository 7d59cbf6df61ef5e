import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkGroups } from './scripts/vite-plugin-chunk-groups.ts';
import { firstScreen } from './scripts/vite-plugin-first-screen.ts';
import { preload } from './scripts/vite-plugin-preload.ts';
import { tex } from './scripts/vite-plugin-tex.ts';
import { sourceRevision } from './src/cli/source-revision.ts';

/** Modules that come in one file because they are needed together. */
const together = {
  // What every view needs.
  base: [
    'node_modules/(react|react-dom|scheduler|i18next|zustand|valibot|d3-selection|d3-array)/',
    'src/experiment/(data|fields)/',
    'src/experiment/(defaults|field|query|random|schema|titles)[.]',
    'src/messages/(index|reference|translator)[.]',
    'src/messages/(en/)?(charts|picture|site)[.]',
    'src/charts/(chart|figures|parts/(child|dodge|log-axis|outline|pointer|read-out))[.]',
    'src/ui/(first-picture|idle|later|turn|view-of-link)[.]',
    'src/ui/(controls/OneOf|pictures/(Chart|draw-queue))[.]',
    'src/ui/site/',
    'src/ui/export/(SaveMenu|picture-saver)[.]',
  ],
  // What draws axes, for pictures of networks and of sweeps.
  axes: [
    'node_modules/(d3-(scale|format|time|time-format|interpolate|color)|internmap)/',
    'src/charts/parts/value-axis[.]',
  ],
  // The pictures of a network: not for sweeps.
  pictures: [
    'src/charts/(class-map/(?!small)|handles/|layer-stack/|spectrum/)',
    'src/analysis/(ranks/numerical-rank|topology/adjacency)[.]',
    'src/session/run-record[.]',
    'src/ui/(lab|media|training-worker|pictures/(hovered-layer|shown-picture))[.]',
    'src/charts/parts/(class-mark|layer-ticks|plane)[.]',
  ],
  // The buttons and the words of all views but the article.
  widgets: [
    'node_modules/(clsx|@internationalized/number)/',
    'react-aria/dist/private/(button|i18n|label|live-announcer|ssr)/',
    'react-aria/dist/private/interactions/(?!useContextMenu|useInteractOutside|useLongPress|useMove)',
    'react-aria/dist/private/focus/useFocusRing[.]',
    'react-aria-components/dist/private/(Button|Label|ProgressBar|utils)[.]',
    'react-aria/dist/private/utils/(chain|dom|filter|focus|getMeta|getNonce|isElement|isFocus|isVirtual|merge|openLink|platform|runAfterTransition|shadowdom/DOMF|use(EffectEvent|GlobalL|Id|Labels|LayoutEffect|ObjectRef|SyncRef|ValueEffect))',
    'src/messages/(en/)?(data|engines|fields|notices|say|snapshot)[.]',
  ],
};

const sans = 'source-sans-3-latin-wght-normal';
const serif = 'source-serif-4-latin-wght';

const views = {
  article: {
    module: 'src/article/index.tsx',
    data: ['runs/paper-s.bin'],
    fonts: [`${serif}-normal`, `${serif}-italic`, sans],
  },
  lab: { module: 'src/ui/open-lab.tsx', fonts: [sans] },
  embed: { module: 'src/ui/open-lab.tsx', fonts: [sans] },
  sweep: { module: 'src/ui/sweep/index.tsx', fonts: [sans] },
  compare: { module: 'src/ui/compare/index.tsx', fonts: [sans] },
};

export default defineConfig({
  // Relative, so that one build works under any GitHub Pages path.
  base: './',
  plugins: [
    tex(),
    react(),
    chunkGroups(together),
    firstScreen('src/article/first-screen.tsx'),
    preload(views),
  ],
  // Sweeps that the page has computed name it when they are saved.
  define: { 'import.meta.env.VITE_SOURCE_REVISION': JSON.stringify(sourceRevision()) },
  build: {
    target: 'es2023',
  },
  worker: { format: 'es' },
});
