// blocks.mjs gives a test the blocks that a page says it runs, and refuses a page that has one more, one less or another.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blocks_by} from './blocks.mjs';

const mark = '<!-- by: tests/docs/blocks.test.mjs -->';
const block = (above, language, text) => `${above}\n\`\`\`${language}\n${text}\n\`\`\`\n`;
const page = ['# Page', block(mark, 'js', 'one()'), block('<!-- by: tests/other.mjs -->', 'js', 'other()'), block('<!-- run -->', 'sh', 'run'), block(mark, 'text', '1')].join('\n');
const taken = (text, languages) => blocks_by(import.meta.url, text, languages);

test('a test gets its own blocks, in order', () => {
  assert.deepEqual(taken(page, ['js', 'text']), [{language: 'js', text: 'one()\n'}, {language: 'text', text: '1\n'}]);
  assert.deepEqual(taken('# Page\n', []), []);
});

test('a block that it does not know, one that is gone, one of another language, and a mark without a block are refused', () => {
  assert.throws(() => taken(page + block(mark, 'js', 'two()'), ['js', 'text']), /the blocks below/);
  assert.throws(() => taken(page.replace(mark, ''), ['js', 'text']), /the blocks below/);
  assert.throws(() => taken(page.replace('```text', '```js'), ['js', 'text']), /the blocks below/);
  assert.throws(() => taken(`${page}\n${mark}\n\n${block('', 'js', 'two()')}`, ['js', 'text']), /no block/);
});
