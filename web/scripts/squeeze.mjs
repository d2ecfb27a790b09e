// What the builds leave out of the page's own templates and style sheets: white space that browsers do not need.

/** Line breaks and indents inside the templates of the minified script. */
export function squeezed_templates() {
  return {
    name: 'squeezed-templates',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = file.code.replace(/\s*\n\s*/g, ' ');
      },
    },
  };
}

/** White space in style sheets, before the minifier takes the template for a text that it must keep. */
export function squeezed_styles() {
  return {
    name: 'squeezed-styles',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (/\/src\/(styles\/|(shell|configure)\/\w*styles\.ts)/.test(id) ? code.replace(/\s*([{};,])\s+/g, '$1').replace(/: +/g, ':').replaceAll(';}', '}') : undefined),
  };
}

/** As they stand in a minified script: for a whole module, and for one name of it. */
const preload_calls = [
  /[\w$]+\(\(\)=>(?<later>import\("[^"]+"\)(\.then\(\w=>\w\.\w\))?),\[\],import\.meta\.url\)/g,
  /[\w$]+\(async\(\)=>\{const\{(\w+):(\w)\}=await ?\(?(?<later>import\("[^"]+"\)(\.then\(\w=>\w\.\w\))?)\)?;return\{\1:\2\}\},\[\],import\.meta\.url\)/g,
];

/** Vite's code around each later import, which would preload what `modulePreload: false` forbids: its helper, and in the end the calls of it. */
export function bare_imports() {
  return {
    name: 'bare-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (get) => get();' : undefined),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = preload_calls.reduce((code, form) => code.replace(form, '$<later>'), file.code);
      },
    },
  };
}

export const terser = {module: true, compress: {passes: 3, ecma: 2020}};
