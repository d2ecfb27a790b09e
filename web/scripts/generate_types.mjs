// Writes src/generated/shopgauge.d.ts from the engine's JSON Schema; with --check only says whether it is current.
import {readFile, writeFile, mkdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {compile} from 'json-schema-to-typescript';

const schemaPath = fileURLToPath(new URL('../../core/api/schema/shopgauge.schema.json', import.meta.url));
const outPath = fileURLToPath(new URL('../src/generated/shopgauge.d.ts', import.meta.url));

async function generate() {
  const schema = JSON.parse(await readFile(schemaPath, 'utf8'));
  return compile(schema, 'ShopGauge', {
    bannerComment: '// Generated from core/api/schema/shopgauge.schema.json by `npm run generate`. Do not edit.',
    unreachableDefinitions: true,
    additionalProperties: false,
    style: {singleQuote: true, printWidth: 120},
  });
}

const text = await generate();
if (process.argv.includes('--check')) {
  const current = await readFile(outPath, 'utf8').catch(() => '');
  if (current !== text) {
    console.error('web/src/generated/shopgauge.d.ts does not match the schema: run `npm run generate` in web/.');
    process.exit(1);
  }
  console.log('generated types: current');
} else {
  await mkdir(new URL('../src/generated/', import.meta.url), {recursive: true});
  await writeFile(outPath, text);
  console.log(`wrote ${outPath}`);
}
