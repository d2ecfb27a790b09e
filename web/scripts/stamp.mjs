// The first line of every script that others take: which version it is, as `programs` replies it, and where the terms stand.
import {project_version} from './engine_pieces.mjs';

export const stamp = async () => `/*! shopgauge ${await project_version()} | Apache-2.0 | NOTICES.txt */\n`;

/** Those that pages name; the others are fetched by them alone. */
const named_by_pages = /^(shop-gauge|configure)\.js$/;

/** After all that changes the text of a bundle. */
export function stamped() {
  return {
    name: 'stamped',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (named_by_pages.test(file.fileName)) file.code = await stamp() + file.code;
      },
    },
  };
}
