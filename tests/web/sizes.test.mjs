// docs/embedding.md says what each way loads: here it is measured, in the files as they are built.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {first_result_bar, picture, whole_ways} from '../../scripts/lib/ways.mjs';

/** The sizes in the table of the ways, row by row: link with a picture, frame, element. */
function stated(guide) {
  const text = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
  const [, table] = text.split(/^\|(?:---\|)+\n/m);
  const rows = table.split('\n\n')[0].split('\n').map((row) => row.split('|').at(-2));
  return rows.map((cell) => [...cell.matchAll(/(\d+) KB/g)].map(([, size]) => Number(size)));
}

/** Whole kilobytes of a small file, to three hundredths of a large one. */
const is_near = (said, measured) => Math.abs(said - measured) <= Math.max(0.5, measured * 0.03);

const {frame, single, nowasm} = Object.fromEntries(whole_ways().map(({way, value}) => [way, value]));

for (const guide of ['embedding.md', 'embedding.zh-CN.md']) {
  test(`the sizes that docs/${guide} says are those of the built files`, () => {
    const measured = [[picture()], [frame], [single, nowasm, first_result_bar]];
    const said = stated(guide);
    assert.deepEqual(said.map((row) => row.length), measured.map((row) => row.length));
    for (const [row, sizes] of measured.entries()) {
      for (const [at, size] of sizes.entries()) assert.ok(is_near(said[row][at], size), `${said[row][at]} KB, measured ${size}`);
    }
    assert.equal(said[2][2], first_result_bar);
  });
}

test('a size that is stale is noticed', () => {
  assert.deepEqual([is_near(550, 549), is_near(2, 1.6), is_near(5, 1.6), is_near(550, 570), is_near(550, 530)], [true, true, false, false, false]);
});
